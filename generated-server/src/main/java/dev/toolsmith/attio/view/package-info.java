/** How Attio's answers are shown in few words, and to people. */
@NullMarked
package dev.toolsmith.attio.view;

import org.jspecify.annotations.NullMarked;
