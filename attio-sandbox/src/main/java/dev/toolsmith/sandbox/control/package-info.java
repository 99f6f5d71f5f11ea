/** The paths under /_sandbox/ that tests steer the server with. */
@NullMarked
package dev.toolsmith.sandbox.control;

import org.jspecify.annotations.NullMarked;
