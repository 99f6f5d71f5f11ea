/** The HTTP server: where it listens, whom it believes, TLS, health, and what it tells of itself. */
@NullMarked
package dev.toolsmith.platform.web;

import org.jspecify.annotations.NullMarked;
