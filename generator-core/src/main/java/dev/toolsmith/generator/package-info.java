/** The generator: an API description in, the sources and resources of an MCP server's tools out. */
@NullMarked
package dev.toolsmith.generator;

import org.jspecify.annotations.NullMarked;
