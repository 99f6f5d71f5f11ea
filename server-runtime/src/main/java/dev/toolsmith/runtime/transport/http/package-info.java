/** MCP over Streamable HTTP, without sessions. The only package that knows an HTTP server. */
@NullMarked
package dev.toolsmith.runtime.transport.http;

import org.jspecify.annotations.NullMarked;
