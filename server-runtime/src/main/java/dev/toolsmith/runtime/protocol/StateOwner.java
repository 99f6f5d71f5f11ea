package dev.toolsmith.runtime.protocol;

/** Whom, and which accounts, the kept states of requests are for: what was given to one is refused from another. */
public interface StateOwner {

    /** A word that differs for others, as things are at the moment; tells no credential. */
    String word();

    /**
     * One that stays the same.
     *
     * @param word what differs for others
     */
    record Fixed(String word) implements StateOwner {}
}
