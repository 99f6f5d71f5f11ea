/** The trail of every call and change: its form, its chain, its checking and its export. */
@NullMarked
package dev.toolsmith.platform.audit;

import org.jspecify.annotations.NullMarked;
