package dev.toolsmith.runtime.cli;

/** What the extensions named in a configuration implement, without what they do. */
public interface ServerExtension {}
