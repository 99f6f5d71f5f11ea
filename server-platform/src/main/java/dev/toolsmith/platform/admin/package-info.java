/** The pages on which people manage the platform. */
@NullMarked
package dev.toolsmith.platform.admin;

import org.jspecify.annotations.NullMarked;
