package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the tools of one operation: itself, one for each value of a specialised parameter, one for each alias. */
final class Specialiser {

    private Specialiser() {}

    /** The drafts in a fixed order; none when the operation is skipped or its extensions can't be read. */
    static List<ToolDraft> drafts(ApiOperation operation, Findings findings) {
        Extensions extensions = Extensions.of(operation, findings);
        if (extensions.skip() || findings.isRejected()) {
            return List.of();
        }
        ToolDraft general = new ToolDraft(operation, extensions, Optional.empty(), Optional.empty());
        List<ToolDraft> drafts = new ArrayList<>();
        drafts.add(general);
        extensions.specialisation().ifPresent(each -> drafts.addAll(specialised(general, each, findings)));
        for (Alias alias : extensions.aliases()) {
            drafts.add(new ToolDraft(operation, extensions, Optional.empty(), Optional.of(alias)));
        }
        return drafts;
    }

    private static List<ToolDraft> specialised(ToolDraft general, Specialisation specialisation, Findings findings) {
        ApiOperation operation = general.operation();
        if (!general.shape().parameters().contains(specialisation.parameter())) {
            findings.error(
                    "unknown-specialize-parameter",
                    operation.at().member("x-toolsmith-specialize").member("parameter"),
                    "The path " + operation.path() + " has no parameter '" + specialisation.parameter() + "'",
                    "Name one of the path's parameters.");
            return List.of();
        }
        return specialisation.values().stream()
                .map(value -> new ToolDraft(operation, general.extensions(), Optional.of(value), Optional.empty()))
                .toList();
    }
}
