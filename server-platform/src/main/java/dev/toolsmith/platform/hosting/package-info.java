/** Hosted servers: their directory, and the path of a call through them. */
@NullMarked
package dev.toolsmith.platform.hosting;

import org.jspecify.annotations.NullMarked;
