package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds, in one walk over a document, which parts of it need a {@code $ref} that leads nowhere, themselves or through
 * the parts that they refer to. A part is an operation, a path item's parameter list, or a component.
 */
final class ReferenceCheck {

    /** A reference that cannot be followed, and where it stands. */
    record Finding(SourcePointer at, ReferenceFault fault) {}

    private static final Set<String> UNUSED =
            Set.of("callbacks", "const", "default", "enum", "example", "examples", "headers", "links", "mapping");
    private static final int PART_DEPTH = 3;

    private final Located root;
    private final List<String> path = new ArrayList<>();
    private final Map<String, Finding> findings = new LinkedHashMap<>();
    private final Map<String, List<String>> referrers = new HashMap<>();

    private ReferenceCheck(ApiDocument document) {
        this.root = Located.root(document);
    }

    static ReferenceCheck of(ApiDocument document) {
        ReferenceCheck check = new ReferenceCheck(document);
        check.walk(document.root(), false);
        check.spread();
        return check;
    }

    /** The reference that spoils what stands at a place, if one does. */
    Optional<Finding> finding(SourcePointer at) {
        return Optional.ofNullable(findings.get(part(at.pointer())));
    }

    private void walk(JsonNode node, boolean keysAreNames) {
        if (node.isObject()) {
            if (!keysAreNames && node.path("$ref").isTextual()) {
                reference(node.path("$ref").textValue());
            }
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                boolean used = keysAreNames || path.size() < PART_DEPTH || !UNUSED.contains(each.getKey());
                if (used && each.getValue().isContainerNode()) {
                    descend(
                            each.getKey(),
                            each.getValue(),
                            !keysAreNames && each.getKey().equals("properties"));
                }
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                if (node.path(i).isContainerNode()) {
                    descend(String.valueOf(i), node.path(i), false);
                }
            }
        }
    }

    private void descend(String key, JsonNode value, boolean keysAreNames) {
        path.add(key);
        walk(value, keysAreNames);
        path.remove(path.size() - 1);
    }

    private void reference(String reference) {
        SourcePointer at = root.at();
        for (String token : path) {
            at = at.member(token);
        }
        String part = part(at.pointer());
        Optional<ReferenceFault> fault = References.fault(reference, root);
        if (fault.isPresent()) {
            findings.putIfAbsent(part, new Finding(at, fault.get()));
        } else {
            String target = part(References.pointer(reference).toString());
            referrers.computeIfAbsent(target, each -> new ArrayList<>()).add(part);
        }
    }

    private void spread() {
        Deque<String> spoiled = new ArrayDeque<>(findings.keySet());
        while (!spoiled.isEmpty()) {
            String part = spoiled.remove();
            Finding finding = findings.get(part);
            for (String referrer : referrers.getOrDefault(part, List.of())) {
                if (finding != null && findings.putIfAbsent(referrer, finding) == null) {
                    spoiled.add(referrer);
                }
            }
        }
    }

    private static String part(String pointer) {
        int end = 0;
        for (int i = 0; i < PART_DEPTH && end >= 0; i++) {
            end = pointer.indexOf('/', end + 1);
        }
        return end < 0 ? pointer : pointer.substring(0, end);
    }
}
