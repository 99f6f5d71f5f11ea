/** Reads tool bundles and selects what a server offers of them. Part of the start path: streaming JSON only. */
@NullMarked
package dev.toolsmith.runtime.bundle;

import org.jspecify.annotations.NullMarked;
