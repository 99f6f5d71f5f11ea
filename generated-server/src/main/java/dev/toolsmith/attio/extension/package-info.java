/** What only the Attio server has: the sandbox inside the server's process, and a second engine. */
@NullMarked
package dev.toolsmith.attio.extension;

import org.jspecify.annotations.NullMarked;
