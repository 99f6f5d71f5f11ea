/** Looks at the values that calls write, by what the attributes of the workspace take. */
@NullMarked
package dev.toolsmith.attio.workspace.values;

import org.jspecify.annotations.NullMarked;
