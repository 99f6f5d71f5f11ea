package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Table;

/** Notes, tasks, comments, meetings, call recordings and webhooks, each by id. */
public final class Desk {
    private final Table<Note> notes = new Table<>();
    private final Table<Task> tasks = new Table<>();
    private final Table<Comment> comments = new Table<>();
    private final Table<Meeting> meetings = new Table<>();
    private final Table<CallRecording> recordings = new Table<>();
    private final Table<Webhook> webhooks = new Table<>();

    /** The notes. */
    public Table<Note> notes() {
        return notes;
    }

    /** The tasks. */
    public Table<Task> tasks() {
        return tasks;
    }

    /** The comments of all threads. */
    public Table<Comment> comments() {
        return comments;
    }

    /** The meetings. */
    public Table<Meeting> meetings() {
        return meetings;
    }

    /** The call recordings. */
    public Table<CallRecording> recordings() {
        return recordings;
    }

    /** The webhooks. */
    public Table<Webhook> webhooks() {
        return webhooks;
    }
}
