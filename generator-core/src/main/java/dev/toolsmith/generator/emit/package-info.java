/** Writes a tool catalogue down as Java classes, JSON resources and references for people. */
@NullMarked
package dev.toolsmith.generator.emit;

import org.jspecify.annotations.NullMarked;
