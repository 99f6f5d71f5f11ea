/** The Maven side of the generator: parameters in, log lines out. */
@NullMarked
package dev.toolsmith.maven;

import org.jspecify.annotations.NullMarked;
