package dev.toolsmith.runtime.bundle;

/** How a server shows its tools to a model. */
public enum Exposure {
    /** Every tool is listed as it is. */
    ALL,
    /** Three tools are listed: one finds tools, one tells how they are called, one calls them. */
    DISCOVERY
}
