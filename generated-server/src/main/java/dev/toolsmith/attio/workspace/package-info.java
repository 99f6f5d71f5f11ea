/** What Attio's tools know of a workspace: its objects, lists, attributes, options and statuses. */
@NullMarked
package dev.toolsmith.attio.workspace;

import org.jspecify.annotations.NullMarked;
