/** What Attio's servers offer beside tools: guide pages, prompts and the workspace's shape. */
@NullMarked
package dev.toolsmith.attio.guide;

import org.jspecify.annotations.NullMarked;
