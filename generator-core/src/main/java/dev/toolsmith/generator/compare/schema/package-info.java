/** What one JSON Schema takes that another does not, judged by meaning: how a schema is written plays no part. */
@NullMarked
package dev.toolsmith.generator.compare.schema;

import org.jspecify.annotations.NullMarked;
