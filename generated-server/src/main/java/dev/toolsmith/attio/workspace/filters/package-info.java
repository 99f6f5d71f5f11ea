/** Looks at the filters and sorts of calls that query, by the attributes of the workspace. */
@NullMarked
package dev.toolsmith.attio.workspace.filters;

import org.jspecify.annotations.NullMarked;
