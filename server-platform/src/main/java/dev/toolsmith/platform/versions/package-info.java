/** The versions of apps' tools: which is the newest, which are kept for servers that are pinned to them, and where. */
@NullMarked
package dev.toolsmith.platform.versions;

import org.jspecify.annotations.NullMarked;
