/** Downloads descriptions, and says what is another than before. The only place that opens connections. */
@NullMarked
package dev.toolsmith.maven.fetch;

import org.jspecify.annotations.NullMarked;
