package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ListChanges;
import java.util.Optional;

/** The tools that a server offers, which may be replaced while it runs. */
interface CurrentTools {

    /** What is offered now. */
    BundleTools current();

    /** Where to hear that they were replaced; empty when they never are. */
    Optional<ListChanges> replaced();

    /** Tools that stay as they are. */
    record Fixed(BundleTools current) implements CurrentTools {

        @Override
        public Optional<ListChanges> replaced() {
            return Optional.empty();
        }
    }
}
