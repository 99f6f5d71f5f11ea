/** Hosts restricted MCP servers for connected accounts. */
@NullMarked
package dev.toolsmith.platform;

import org.jspecify.annotations.NullMarked;
