/** Three tools in place of all of a server: to search them, to read their schemas, and to call them. */
@NullMarked
package dev.toolsmith.runtime.discovery;

import org.jspecify.annotations.NullMarked;
