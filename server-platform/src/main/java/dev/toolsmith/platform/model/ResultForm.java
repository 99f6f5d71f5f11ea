package dev.toolsmith.platform.model;

/** What results of list and get tools look like where a call does not ask for one form. */
public enum ResultForm {
    /** As the API answers. */
    FULL,
    /** Values without their history. */
    COMPACT,
    /** Names, titles and dates, for people. */
    TEXT
}
