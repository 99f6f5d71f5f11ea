/** Bytes to an {@link dev.toolsmith.generator.api.ApiDescription}: safe trees, overlays, references, traps. */
@NullMarked
package dev.toolsmith.generator.read;

import org.jspecify.annotations.NullMarked;
