/** The command line of a generated server. */
@NullMarked
package dev.toolsmith.runtime.cli;

import org.jspecify.annotations.NullMarked;
