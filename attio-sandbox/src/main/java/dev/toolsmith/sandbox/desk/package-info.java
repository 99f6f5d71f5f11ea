/** Notes, tasks, comments, meetings, call recordings and webhooks. */
@NullMarked
package dev.toolsmith.sandbox.desk;

import org.jspecify.annotations.NullMarked;
