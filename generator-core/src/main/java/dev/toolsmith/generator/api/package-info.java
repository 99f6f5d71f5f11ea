/** The API as a description tells it: operations, parameters, bodies and responses, free of parser types. */
@NullMarked
package dev.toolsmith.generator.api;

import org.jspecify.annotations.NullMarked;
