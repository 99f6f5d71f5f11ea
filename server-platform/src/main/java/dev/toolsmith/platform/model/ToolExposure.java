package dev.toolsmith.platform.model;

/** How a server shows its tools to a model. */
public enum ToolExposure {
    /** Every tool is listed as it is. */
    ALL,
    /** Three tools are listed: one finds tools, one tells how they are called, one calls them. */
    DISCOVERY
}
