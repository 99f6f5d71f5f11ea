/** Puts generated files where they belong, and takes away those that are no longer generated. */
@NullMarked
package dev.toolsmith.generator.write;

import org.jspecify.annotations.NullMarked;
