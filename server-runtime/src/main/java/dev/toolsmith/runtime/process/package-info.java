/** What the operating system tells a running process. */
@NullMarked
package dev.toolsmith.runtime.process;

import org.jspecify.annotations.NullMarked;
