/** What travels: calls, answers, refusals, and the reading of bodies and query parameters. */
@NullMarked
package dev.toolsmith.sandbox.wire;

import org.jspecify.annotations.NullMarked;
