/** How many calls a server, a workspace and a connection may make. */
@NullMarked
package dev.toolsmith.platform.limits;

import org.jspecify.annotations.NullMarked;
