package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.api.SourcePointer;
import java.util.Optional;

/**
 * One thing that changed.
 *
 * @param level what it means for callers
 * @param kind in what respect something changed
 * @param tool the tool's name: the new one where there is one, else the old one; empty for what concerns all tools
 * @param argument a JSON pointer (RFC 6901) into the tool's arguments, {@code *} for the items of an array and for
 *     members without a name of their own, such as {@code /data/tags/*}; for {@link ChangeKind#ANSWER_CHANGED} into the
 *     tool's answer; empty when the change is in no argument, or in all of them together
 * @param before what it was, short, for people; empty when there was nothing
 * @param after what it is, short, for people; empty when there is nothing any more
 * @param message one sentence that says all of it, for people
 * @param at where the operation, its request body or its answers stand in the newer description, or in the older one
 *     when it is gone; empty when only its tool is known
 */
public record Change(
        Level level,
        ChangeKind kind,
        String tool,
        String argument,
        String before,
        String after,
        String message,
        Optional<SourcePointer> at) {}
