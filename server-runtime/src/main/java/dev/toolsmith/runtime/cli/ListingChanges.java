package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.tool.ListChanges;

/**
 * Tells clients that the list of tools has become another. What is learnt of an account bit by bit is told once, until
 * somebody has asked for the list again. Safe for many threads.
 */
final class ListingChanges implements Runnable {

    private final ListChanges changes = new ListChanges();
    private boolean listed;

    /** Where clients hear of it. */
    ListChanges changes() {
        return changes;
    }

    /** The list is being asked for: from now on a change is news. */
    synchronized void listed() {
        listed = true;
        changes.listed();
    }

    /** The account has made the list another. */
    @Override
    public void run() {
        if (isNews()) {
            changes.changedSinceListed();
        }
    }

    private synchronized boolean isNews() {
        boolean news = listed;
        listed = false;
        return news;
    }
}
