/** The seventeen kinds of attribute values: what is accepted, what is stored and what filters may ask. */
@NullMarked
package dev.toolsmith.sandbox.values;

import org.jspecify.annotations.NullMarked;
