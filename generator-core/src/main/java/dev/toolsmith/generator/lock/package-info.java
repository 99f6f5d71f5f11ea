/** What a consumer's repository has accepted: the tools that stand for an API, and the descriptions they came from. */
@NullMarked
package dev.toolsmith.generator.lock;

import org.jspecify.annotations.NullMarked;
