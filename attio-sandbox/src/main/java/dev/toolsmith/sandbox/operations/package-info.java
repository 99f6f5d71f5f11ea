/** One class per family of operations, each with its routes. */
@NullMarked
package dev.toolsmith.sandbox.operations;

import org.jspecify.annotations.NullMarked;
