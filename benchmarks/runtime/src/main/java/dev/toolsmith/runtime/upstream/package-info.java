/** What one call costs inside the server. In the runtime's own package, for what is not public there. */
@NullMarked
package dev.toolsmith.runtime.upstream;

import org.jspecify.annotations.NullMarked;
