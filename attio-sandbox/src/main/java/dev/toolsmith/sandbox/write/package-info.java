/** Creating and changing records and entries. */
@NullMarked
package dev.toolsmith.sandbox.write;

import org.jspecify.annotations.NullMarked;
