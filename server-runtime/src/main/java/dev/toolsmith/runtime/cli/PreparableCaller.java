package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.tool.ToolCaller;

/** A caller whose making can be put off until it is needed. */
interface PreparableCaller extends ToolCaller, AutoCloseable {

    /** Begins to make what calls need, unless that has begun already; returns at once. */
    void prepare();

    @Override
    void close();
}
