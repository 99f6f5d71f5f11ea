/**
 * Writes and queries of which it is known beforehand whether Attio takes them: a seeded generator, made from what is
 * known of Attio's values and filters alone. It shares no code with the server nor with the sandbox.
 *
 * <p>Where that knowledge has a gap, nothing is generated: whether titles of options match in another case, archived
 * options and attributes, emptiness of selects and statuses, {@code $in} on domains and members, the address as it was
 * typed as a filter's property, and a path beside other conditions.
 */
@NullMarked
package dev.toolsmith.it.exact;

import org.jspecify.annotations.NullMarked;
