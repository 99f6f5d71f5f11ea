/** Tokens, scopes, members and OAuth. */
@NullMarked
package dev.toolsmith.sandbox.access;

import org.jspecify.annotations.NullMarked;
