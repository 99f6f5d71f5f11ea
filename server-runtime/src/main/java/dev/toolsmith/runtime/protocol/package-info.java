/** JSON-RPC and MCP in all their revisions: message bytes in, answer bytes out, no I/O. */
@NullMarked
package dev.toolsmith.runtime.protocol;

import org.jspecify.annotations.NullMarked;
