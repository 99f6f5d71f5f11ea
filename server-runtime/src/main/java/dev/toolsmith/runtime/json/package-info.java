/** Reads and writes JSON trees without an object mapper. */
@NullMarked
package dev.toolsmith.runtime.json;

import org.jspecify.annotations.NullMarked;
