/** The workspace that every start and every reset gives. */
@NullMarked
package dev.toolsmith.sandbox.sample;

import org.jspecify.annotations.NullMarked;
