/** What Attio is asked about a workspace: its objects, lists, attributes, options, statuses and members. */
@NullMarked
package dev.toolsmith.attio.workspace.facts;

import org.jspecify.annotations.NullMarked;
