/** Words for people and models: cutting, cleaning, and finding what was meant. */
@NullMarked
package dev.toolsmith.runtime.text;

import org.jspecify.annotations.NullMarked;
