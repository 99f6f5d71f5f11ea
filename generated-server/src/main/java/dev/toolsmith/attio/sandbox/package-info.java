/** What only the Attio server has: the sandbox inside the server's process. */
@NullMarked
package dev.toolsmith.attio.sandbox;

import org.jspecify.annotations.NullMarked;
