package dev.toolsmith.generator.plan;

import dev.toolsmith.generator.api.ApiOperation;
import dev.toolsmith.generator.plan.PlanOptions.Naming;
import dev.toolsmith.generator.tool.ToolName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names tools: as the overlay says, by operationId, or by path and kind. */
final class NamePlanner {

    private static final int HASH_LENGTH = 6;

    private final PlanOptions options;
    private final Optional<String> versionSegment;

    /** A planner for an API whose paths all begin with the same version segment, or with none. */
    NamePlanner(PlanOptions options, Optional<String> versionSegment) {
        this.options = options;
        this.versionSegment = versionSegment;
    }

    /** The first segment of all paths when it is the same everywhere and only tells a version. */
    static Optional<String> versionSegment(List<ApiOperation> operations) {
        List<String> firsts = operations.stream()
                .map(operation -> PathShape.of(operation.path()).segments())
                .map(segments -> segments.size() < 2 ? "" : segments.get(0))
                .distinct()
                .toList();
        boolean version = firsts.size() == 1 && firsts.get(0).matches("api|rest|v[0-9]+([._-]?[a-z0-9]+)*");
        return version ? Optional.of(firsts.get(0)) : Optional.empty();
    }

    Optional<ToolName> name(ToolDraft draft, String kind, Findings findings) {
        Optional<String> given = draft.alias().map(Alias::name);
        if (given.isEmpty() && draft.fixed().isEmpty()) {
            given = draft.extensions().name();
        }
        String name = given.orElseGet(() -> shortened(derived(draft, kind), draft));
        if (!ToolName.isLegal(name)) {
            findings.reject(
                    "illegal-tool-name",
                    draft.operation().at(),
                    "'" + PlainText.cut(PlainText.of(name), 80) + "' can't be a tool's name",
                    "Write x-toolsmith-name in snake_case, at most " + ToolName.MAX_LENGTH + " characters.");
            return Optional.empty();
        }
        return Optional.of(new ToolName(name));
    }

    private String derived(ToolDraft draft, String kind) {
        if (options.naming() == Naming.PATH && !draft.resource().isEmpty()) {
            return byRules(draft, kind);
        }
        Optional<String> words =
                draft.operation().operationId().map(SnakeCase::of).filter(id -> !id.isEmpty());
        String suffix =
                draft.fixed().map(value -> "_" + SnakeCase.of(value.value())).orElse("");
        return withApp(words.orElseGet(() -> pathWords(draft.operation()))) + suffix;
    }

    private String byRules(ToolDraft draft, String kind) {
        String app = options.app();
        String byId = byId(draft) ? "_by_id" : "";
        return switch (kind) {
            case "list" -> "list_all_" + app + "_" + draft.resource();
            case "get" -> "get_single_" + app + "_" + draft.singular() + "_by_id";
            case "create" -> "create_a_" + app + "_" + draft.singular();
            case "update", "delete" -> kind + "_a_" + app + "_" + draft.singular() + byId;
            default -> app + "_" + draft.resource() + "_" + kind;
        };
    }

    private static boolean byId(ToolDraft draft) {
        return draft.shape().endsInParameter() || draft.extensions().kind().isPresent();
    }

    private String withApp(String words) {
        boolean begins = words.equals(options.app()) || words.startsWith(options.app() + "_");
        return begins ? words : options.app() + "_" + words;
    }

    /** All words of method and path; what has no ASCII word in it counts by its hash. */
    private String pathWords(ApiOperation operation) {
        List<String> words = new ArrayList<>();
        words.add(operation.method().toLowerCase(Locale.ROOT));
        List<String> segments = PathShape.of(operation.path()).segments();
        boolean lossy = false;
        for (int index = 0; index < segments.size(); index++) {
            String segment = segments.get(index);
            if (index == 0 && versionSegment.filter(segment::equals).isPresent()) {
                continue;
            }
            String word = SnakeCase.of(segment);
            boolean last = index == segments.size() - 1;
            words.add(last && PathShape.isParameter(segment) ? "by_" + word : word);
            lossy |= word.isEmpty();
        }
        words.removeIf(String::isEmpty);
        String name = String.join("_", words).replaceAll("_+$", "");
        return lossy ? name + "_" + hash(operation) : name;
    }

    private static String shortened(String name, ToolDraft draft) {
        if (name.length() <= ToolName.MAX_LENGTH) {
            return name;
        }
        int end = ToolName.MAX_LENGTH - HASH_LENGTH - 1;
        int word = name.lastIndexOf('_', end);
        String kept = name.substring(0, word > 0 ? word : end);
        return kept + "_" + hash(draft.operation().method(), draft.path());
    }

    private static String hash(ApiOperation operation) {
        return hash(operation.method(), operation.path());
    }

    private static String hash(String method, String path) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-1").digest((method + " " + path).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
