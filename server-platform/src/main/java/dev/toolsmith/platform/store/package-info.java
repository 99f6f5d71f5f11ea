/** Where the platform keeps it: one interface, and what it is written in. */
@NullMarked
package dev.toolsmith.platform.store;

import org.jspecify.annotations.NullMarked;
