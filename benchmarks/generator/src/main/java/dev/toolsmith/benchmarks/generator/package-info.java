/** What turning a description into tools costs. */
@NullMarked
package dev.toolsmith.benchmarks.generator;

import org.jspecify.annotations.NullMarked;
