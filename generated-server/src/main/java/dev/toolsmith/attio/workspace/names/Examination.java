package dev.toolsmith.attio.workspace.names;

import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks at one part of a call's arguments. */
public interface Examination {

    /** What the workspace does not take of them, each a line in words for a model; nothing where a fact is not known. */
    CompletableFuture<List<String>> problems(PlacedCall call, FactReader facts);
}
