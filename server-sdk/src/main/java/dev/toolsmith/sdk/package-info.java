/** Generated tools in the hands of the MCP Java SDK. */
@NullMarked
package dev.toolsmith.sdk;

import org.jspecify.annotations.NullMarked;
