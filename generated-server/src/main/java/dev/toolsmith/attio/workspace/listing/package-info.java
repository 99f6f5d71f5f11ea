/** Lists tools with what their arguments take in a workspace. */
@NullMarked
package dev.toolsmith.attio.workspace.listing;

import org.jspecify.annotations.NullMarked;
