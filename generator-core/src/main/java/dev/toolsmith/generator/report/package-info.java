/** What people and other programs read of tools and of their changes, and bundles read back. */
@NullMarked
package dev.toolsmith.generator.report;

import org.jspecify.annotations.NullMarked;
