/** Who may manage the platform and call its servers: administrators, their sessions, and API tokens. */
@NullMarked
package dev.toolsmith.platform.access;

import org.jspecify.annotations.NullMarked;
