package dev.toolsmith.attio.view;

import dev.toolsmith.runtime.account.AccountLook;
import dev.toolsmith.runtime.view.DayText;
import dev.toolsmith.runtime.view.PlainLines;
import dev.toolsmith.runtime.view.Pruned;
import dev.toolsmith.runtime.view.ResultView;
import dev.toolsmith.runtime.view.ShownAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what Attio answers. Compact: values without when and by whom they were set (those of one attribute keep when they held), ids without those of workspace,
 * object, list and attribute that the call or the place tells, and nothing empty. Text: names, titles and dates, with the
 * id that further calls take; attributes, records and members have the workspace's names where it is known.
 */
public final class AttioView implements ResultView {

    private static final Set<String> HISTORY = Set.of("active_from", "active_until", "created_by_actor");
    private static final Set<String> OF_ONE_VALUE = Set.of("created_by_actor");
    private static final Set<String> OF_OPTIONS = Set.of("workspace_id", "object_id", "list_id", "attribute_id");
    private static final List<String> VALUES = List.of("values", "entry_values");
    private static final List<String> NAMES = List.of("name", "full_name", "title", "record_id", "entry_id");
    private static final String WORKSPACE = "workspace_name";
    private static final String MEMBER = "authorized_by_workspace_member_id";
    private static final Set<String> SECONDS = Set.of("iat", "exp");
    private static final Map<String, String> TOKEN_LABELS =
            Map.of("iat", "issued_at", "exp", "expires_at", "sub", "subject", "aud", "audience", "iss", "issuer");
    private static final List<String> NOT_TOLD = List.of("id", "web_url", "values", "entry_values", "content_markdown");

    private final ValueText say;
    private final KnownNames known;

    /** A view that knows of a workspace only what answers say. */
    public AttioView() {
        this(KnownNames.NONE);
    }

    private AttioView(KnownNames known) {
        this.known = known;
        this.say = new ValueText(known);
    }

    @Override
    public CompletableFuture<ResultView> informed(ShownAnswer answer, AccountLook look) {
        return new NameSearch(answer, look).names().thenApply(AttioView::new);
    }

    /** What a record is called; empty when it has no name. */
    static Optional<String> nameOf(JsonNode record) {
        return record instanceof ObjectNode object
                ? new AttioView().title(object, object.path("values"))
                : Optional.empty();
    }

    @Override
    public String app() {
        return "attio";
    }

    @Override
    public JsonNode compact(JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            return Pruned.of(item, Set.of());
        }
        ObjectNode kept = object.objectNode();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            boolean values =
                    VALUES.contains(member.getKey()) && member.getValue().isObject();
            kept.set(member.getKey(), values ? values(member.getValue()) : member.getValue());
        }
        return Pruned.of(isValue(object) ? value(object, OF_ONE_VALUE) : kept, Set.of());
    }

    private static JsonNode values(JsonNode byAttribute) {
        ObjectNode kept = ((ObjectNode) byAttribute).objectNode();
        for (Map.Entry<String, JsonNode> attribute : byAttribute.properties()) {
            JsonNode of = attribute.getValue();
            kept.set(attribute.getKey(), of.isArray() ? array(of) : of);
        }
        return kept;
    }

    private static JsonNode array(JsonNode values) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> kept.add(value instanceof ObjectNode object ? value(object, HISTORY) : value));
        return kept;
    }

    /** Whether it is one value of an attribute, as lists of an attribute's values have them. */
    private static boolean isValue(ObjectNode object) {
        return object.has("attribute_type") && object.has("active_from");
    }

    private static JsonNode value(ObjectNode value, Set<String> without) {
        ObjectNode kept = value.objectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            boolean named = member.getKey().equals("option") || member.getKey().equals("status");
            if (!without.contains(member.getKey())) {
                kept.set(member.getKey(), named ? Pruned.of(member.getValue(), OF_OPTIONS) : member.getValue());
            }
        }
        return kept;
    }

    @Override
    public String text(JsonNode item) {
        if (!(item instanceof ObjectNode object)) {
            return PlainLines.of(item);
        }
        if (isValue(object)) {
            return say.of(object) + period(object);
        }
        JsonNode values = VALUES.stream()
                .map(object::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(object.objectNode());
        List<String> lines = new ArrayList<>();
        Optional<String> title = title(object, values);
        Optional<String> id = id(object);
        title.or(() -> id)
                .ifPresent(heading -> lines.add(heading
                        + id.filter(own -> title.isPresent())
                                .map(own -> " (" + own + ")")
                                .orElse("")));
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!NOT_TOLD.contains(member.getKey())) {
                add(lines, object, member.getKey(), title);
            }
        }
        for (Map.Entry<String, JsonNode> attribute : values.properties()) {
            boolean toldAbove = attribute.getKey().equals("record_id")
                    || attribute.getKey().equals("entry_id")
                    || object.has(attribute.getKey());
            if (!toldAbove) {
                String label = known.title(attribute.getKey()).orElseGet(() -> PlainLines.label(attribute.getKey()));
                boolean mayBeTitle = NAMES.contains(attribute.getKey());
                add(lines, label, say.ofAll(attribute.getValue()), mayBeTitle ? title : Optional.empty());
            }
        }
        if (object.path("web_url").isString()) {
            lines.add("  " + object.path("web_url").asString());
        }
        return String.join("\n", lines).strip();
    }

    /** When a value held, which is what a list of an attribute's values is asked for. */
    private static String period(ObjectNode value) {
        String from = PlainLines.phrase(value.path("active_from"));
        String until = PlainLines.phrase(value.path("active_until"));
        if (from.isEmpty()) {
            return "";
        }
        return until.isEmpty() ? " (since " + from + ")" : " (" + from + " to " + until + ")";
    }

    private void add(List<String> lines, ObjectNode object, String name, Optional<String> title) {
        Optional<String> named = switch (name) {
            case "parent_record_id" -> parent(object);
            case MEMBER -> known.member(object.path(MEMBER).asString(""));
            default -> Optional.empty();
        };
        String label = TOKEN_LABELS.getOrDefault(name, name);
        add(
                lines,
                PlainLines.label(named.isPresent() ? label.substring(0, label.length() - "_id".length()) : label),
                named.orElseGet(() -> said(name, object.path(name))),
                title);
    }

    private String said(String name, JsonNode value) {
        if (SECONDS.contains(name) && value.isIntegralNumber() && value.canConvertToLong()) {
            return DayText.ofSeconds(value.longValue());
        }
        return value.isString() ? PlainLines.phraseOf(name, value) : say.ofMember(value);
    }

    private Optional<String> parent(ObjectNode object) {
        return known.record(object.path("parent_record_id").asString(""));
    }

    private static void add(List<String> lines, String label, String said, Optional<String> title) {
        if (!said.isEmpty() && !said.equals(title.orElse(""))) {
            lines.add("  " + label + ": " + said);
        }
    }

    private Optional<String> title(ObjectNode object, JsonNode values) {
        for (String name : NAMES) {
            String said = name.endsWith("_id") ? "" : say.ofAll(values.path(name));
            if (!said.isEmpty()) {
                return Optional.of(said);
            }
        }
        return PlainLines.title(object)
                .or(() -> ValueText.personOf(object))
                .or(() -> Optional.of(said("content_plaintext", object.path("content_plaintext")))
                        .filter(said -> !said.isEmpty()))
                .or(() -> parent(object))
                .or(() -> Optional.of(said(WORKSPACE, object.path(WORKSPACE))).filter(said -> !said.isEmpty()));
    }

    /** The id that names the thing itself: the last of its id's parts. */
    private Optional<String> id(ObjectNode object) {
        Optional<String> own = Optional.empty();
        for (Map.Entry<String, JsonNode> part : object.path("id").properties()) {
            own = Optional.of(part.getKey() + " " + say.ofMember(part.getValue()));
        }
        return own;
    }
}
