/** Carries out calls: builds the request, sends it, reads and shapes the answer. */
@NullMarked
package dev.toolsmith.runtime.upstream;

import org.jspecify.annotations.NullMarked;
