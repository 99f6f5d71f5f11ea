/** The tools that an API becomes: what they are called, what they take, and where each argument goes. */
@NullMarked
package dev.toolsmith.generator.tool;

import org.jspecify.annotations.NullMarked;
