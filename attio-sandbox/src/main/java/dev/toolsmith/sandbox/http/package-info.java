/** The HTTP server around the operations. */
@NullMarked
package dev.toolsmith.sandbox.http;

import org.jspecify.annotations.NullMarked;
