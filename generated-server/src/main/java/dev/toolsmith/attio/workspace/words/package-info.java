/** Words that all messages on calls to a workspace share: what came, what there is, and what was meant. */
@NullMarked
package dev.toolsmith.attio.workspace.words;

import org.jspecify.annotations.NullMarked;
