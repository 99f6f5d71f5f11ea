/** What every stage reports, collected and told together. */
@NullMarked
package dev.toolsmith.generator.diagnose;

import org.jspecify.annotations.NullMarked;
