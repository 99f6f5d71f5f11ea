/** Says which facts an answer leaves in doubt. */
@NullMarked
package dev.toolsmith.attio.workspace.doubts;

import org.jspecify.annotations.NullMarked;
