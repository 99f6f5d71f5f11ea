/** What may stand on the wire to Attio, whatever a caller sends. */
@NullMarked
package dev.toolsmith.attio.wire;

import org.jspecify.annotations.NullMarked;
