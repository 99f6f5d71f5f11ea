/** The state of one workspace: identifiers, clock, items with their values, and the tables around them. */
@NullMarked
package dev.toolsmith.sandbox.model;

import org.jspecify.annotations.NullMarked;
