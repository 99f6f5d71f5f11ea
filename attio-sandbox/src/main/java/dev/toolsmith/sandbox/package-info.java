/** A local server that behaves like Attio's REST API. */
@NullMarked
package dev.toolsmith.sandbox;

import org.jspecify.annotations.NullMarked;
