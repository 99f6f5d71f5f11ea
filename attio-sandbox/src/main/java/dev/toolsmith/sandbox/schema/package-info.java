/** Objects, lists, attributes, options and statuses. */
@NullMarked
package dev.toolsmith.sandbox.schema;

import org.jspecify.annotations.NullMarked;
