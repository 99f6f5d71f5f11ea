/** What operators see: metrics and logs. */
@NullMarked
package dev.toolsmith.platform.ops;

import org.jspecify.annotations.NullMarked;
