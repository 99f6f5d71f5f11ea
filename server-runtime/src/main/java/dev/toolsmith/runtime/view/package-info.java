/** How much of an API's answer callers see, and in what form. */
@NullMarked
package dev.toolsmith.runtime.view;

import org.jspecify.annotations.NullMarked;
