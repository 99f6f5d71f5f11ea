/** The contracts that generated code is written against, and what a call is. */
@NullMarked
package dev.toolsmith.runtime.tool;

import org.jspecify.annotations.NullMarked;
