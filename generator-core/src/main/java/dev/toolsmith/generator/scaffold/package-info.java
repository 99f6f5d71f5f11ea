/** A Maven module of its own for the server of one API: the files that a team begins with and keeps. */
@NullMarked
package dev.toolsmith.generator.scaffold;

import org.jspecify.annotations.NullMarked;
