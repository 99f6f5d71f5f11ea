/** The management API over HTTP, as {@code specs/management} describes it. */
@NullMarked
package dev.toolsmith.platform.api;

import org.jspecify.annotations.NullMarked;
