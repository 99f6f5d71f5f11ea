/** The store in one SQLite file: one writer that commits what waits together, many readers, and a chained audit trail. */
@NullMarked
package dev.toolsmith.platform.store.sqlite;

import org.jspecify.annotations.NullMarked;
