/** What the platform keeps, as values. */
@NullMarked
package dev.toolsmith.platform.model;

import org.jspecify.annotations.NullMarked;
