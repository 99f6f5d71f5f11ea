/** Checks arguments against input schemas and words what is wrong for a model. */
@NullMarked
package dev.toolsmith.runtime.schema;

import org.jspecify.annotations.NullMarked;
