/** What changed between the tools of one API and those of another version of it, and what that means for callers. */
@NullMarked
package dev.toolsmith.generator.compare;

import org.jspecify.annotations.NullMarked;
