/** The verbs that hosting adds to a server's command line. */
@NullMarked
package dev.toolsmith.platform.cli;

import org.jspecify.annotations.NullMarked;
