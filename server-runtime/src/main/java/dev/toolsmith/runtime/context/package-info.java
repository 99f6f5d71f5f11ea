/** What a server offers its clients beside tools: prompts, resources and the completion of their arguments. */
@NullMarked
package dev.toolsmith.runtime.context;

import org.jspecify.annotations.NullMarked;
