package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.tool.Pagination;
import dev.toolsmith.generator.tool.ScopesByParameter;
import dev.toolsmith.generator.tool.ToolHints;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Compares what is known of a tool apart from its schemas and texts. */
final class FactChanges {

    private final ToolModel before;
    private final ToolModel after;
    private final List<Change> changes = new ArrayList<>();

    private FactChanges(ToolModel before, ToolModel after) {
        this.before = before;
        this.after = after;
    }

    static List<Change> of(ToolModel before, ToolModel after) {
        FactChanges facts = new FactChanges(before, after);
        facts.method();
        facts.scopes();
        facts.tags();
        facts.hints();
        facts.pagination();
        return facts.changes;
    }

    private void method() {
        add(Level.RISKY, ChangeKind.KIND_CHANGED, before.kind(), after.kind(), "The method kind");
        add(
                Level.RISKY,
                ChangeKind.CLASS_CHANGED,
                before.toolClass().word(),
                after.toolClass().word(),
                "The class");
        // A server that may only read takes up a tool that reads from now on: worth a look in both directions.
        add(Level.RISKY, ChangeKind.READS_CHANGED, reads(before), reads(after), "What a call does");
    }

    private static String reads(ToolModel tool) {
        return tool.reads() ? "reads" : "changes something";
    }

    private void scopes() {
        Set<String> olds = new HashSet<>(before.scopes());
        boolean more = !olds.containsAll(after.scopes())
                || hasMore(before.scopesBy(), after.scopesBy())
                || (before.scopesKnown() && !after.scopesKnown());
        add(
                more ? Level.RISKY : Level.SAFE,
                ChangeKind.SCOPES_CHANGED,
                scopes(before),
                scopes(after),
                "What a call needs");
    }

    private static boolean hasMore(Optional<ScopesByParameter> before, Optional<ScopesByParameter> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        Map<String, List<String>> olds = before.get().scopes();
        return !before.get().argument().equals(after.get().argument())
                || after.get().scopes().entrySet().stream()
                        .anyMatch(each ->
                                !olds.getOrDefault(each.getKey(), List.of()).containsAll(each.getValue()));
    }

    private static String scopes(ToolModel tool) {
        if (!tool.scopesKnown()) {
            return "unknown scopes";
        }
        String all = tool.scopes().isEmpty() ? "no scopes" : String.join(", ", tool.scopes());
        return tool.scopesBy()
                .map(by -> all + " (by " + by.argument() + ": " + sorted(by.scopes()) + ")")
                .orElse(all);
    }

    private static String sorted(Map<String, List<String>> scopes) {
        Map<String, List<String>> sorted = new TreeMap<>();
        scopes.forEach((value, each) -> sorted.put(value, each.stream().sorted().toList()));
        return sorted.toString();
    }

    private void tags() {
        Set<String> olds = new HashSet<>(before.tags());
        Set<String> news = new HashSet<>(after.tags());
        // A tag that is new or gone moves the tool into the selection of another server, or out of one.
        Level level = olds.equals(news) ? Level.TEXT_ONLY : Level.RISKY;
        add(level, ChangeKind.TAGS_CHANGED, list(before.tags()), list(after.tags()), "The list of tags");
    }

    private void hints() {
        ToolHints was = before.hints();
        ToolHints is = after.hints();
        // Clients ask less before a call when a hint makes a tool look more harmless.
        boolean trusted = (is.readOnly() && !was.readOnly())
                || (!is.destructive() && was.destructive())
                || (is.idempotent() && !was.idempotent())
                || (!is.openWorld() && was.openWorld());
        add(trusted ? Level.RISKY : Level.SAFE, ChangeKind.HINTS_CHANGED, hints(was), hints(is), "What hints say");
    }

    private static String hints(ToolHints hints) {
        return (hints.readOnly() ? "read-only" : "writing")
                + (hints.destructive() ? ", destructive" : "")
                + (hints.idempotent() ? ", idempotent" : "")
                + (hints.openWorld() ? ", open world" : "");
    }

    private void pagination() {
        add(
                Level.RISKY,
                ChangeKind.PAGINATION_CHANGED,
                before.pagination().map(FactChanges::words).orElse("no pages"),
                after.pagination().map(FactChanges::words).orElse("no pages"),
                "Paging");
    }

    private static String words(Pagination pages) {
        List<String> words = new ArrayList<>();
        words.add("style " + pages.style().name().toLowerCase(java.util.Locale.ROOT));
        pages.items().ifPresent(items -> words.add("items in " + (items.isEmpty() ? "the whole answer" : items)));
        pages.limitArgument().ifPresent(name -> words.add("size by " + name));
        pages.positionArgument().ifPresent(name -> words.add("position by " + name));
        pages.nextCursor().ifPresent(place -> words.add("next cursor in " + place));
        pages.defaultLimit().ifPresent(limit -> words.add("by default " + limit));
        pages.maxLimit().ifPresent(limit -> words.add("at most " + limit));
        return String.join(", ", words);
    }

    private static String list(Collection<String> words) {
        return String.join(", ", words);
    }

    private void add(Level level, ChangeKind kind, String was, String is, String what) {
        if (!was.equals(is)) {
            changes.add(ToolChanges.of(after)
                    .change(level, kind, was, is, Words.became(what + " (" + after.name() + ")", was, is)));
        }
    }
}
