/** Decides what tool each operation becomes. Every class turns values into values; problems go to the diagnostics. */
@NullMarked
package dev.toolsmith.generator.plan;

import org.jspecify.annotations.NullMarked;
