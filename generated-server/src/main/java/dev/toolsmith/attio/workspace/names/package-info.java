/** Finds what the names in the arguments of calls stand for. */
@NullMarked
package dev.toolsmith.attio.workspace.names;

import org.jspecify.annotations.NullMarked;
