/** MCP over standard input and output: one message a line. */
@NullMarked
package dev.toolsmith.runtime.transport.stdio;

import org.jspecify.annotations.NullMarked;
