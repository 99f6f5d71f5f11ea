package dev.toolsmith.generator.compare;

import dev.toolsmith.generator.api.SourcePointer;
import dev.toolsmith.generator.compare.schema.SchemaChange;
import dev.toolsmith.generator.compare.schema.SchemaComparison;
import dev.toolsmith.generator.tool.ArgumentBinding;
import dev.toolsmith.generator.tool.BodyPart;
import dev.toolsmith.generator.tool.ToolBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares the arguments that a tool takes, and where they go. */
final class ArgumentChanges {

    private final ToolModel before;
    private final ToolModel after;
    private final ToolChanges make;
    private final List<Change> changes = new ArrayList<>();

    private ArgumentChanges(ToolModel before, ToolModel after) {
        this.before = before;
        this.after = after;
        this.make = ToolChanges.of(after);
    }

    static List<Change> of(ToolModel before, ToolModel after, boolean places) {
        ArgumentChanges arguments = new ArgumentChanges(before, after);
        SchemaComparison.between(before.input().node(), after.input().node()).forEach(arguments::schema);
        if (places) {
            arguments.mediaType();
            arguments.places();
        }
        return arguments.changes;
    }

    private void schema(SchemaChange change) {
        ChangeKind kind = kind(change.kind());
        String what = after.name() + ": "
                + (change.place().isEmpty() ? "the arguments together" : "the argument " + change.place());
        changes.add(make.inside(
                level(change),
                kind,
                change.place(),
                change.before(),
                change.after(),
                what + " " + said(change),
                at(change.place())));
    }

    private static ChangeKind kind(SchemaChange.Kind kind) {
        return switch (kind) {
            case ADDED -> ChangeKind.ARGUMENT_ADDED;
            case REMOVED -> ChangeKind.ARGUMENT_REMOVED;
            case NEWLY_REQUIRED -> ChangeKind.ARGUMENT_NEWLY_REQUIRED;
            case NO_LONGER_REQUIRED -> ChangeKind.ARGUMENT_NO_LONGER_REQUIRED;
            case NARROWED -> ChangeKind.ARGUMENT_NARROWED;
            case WIDENED -> ChangeKind.ARGUMENT_WIDENED;
            case CHANGED -> ChangeKind.ARGUMENT_CHANGED;
        };
    }

    /** What an open object does not name may still be sent, but what becomes of it is not said any more. */
    private static Level level(SchemaChange change) {
        if (change.refuses()) {
            return Level.BREAKING;
        }
        return change.kind() == SchemaChange.Kind.REMOVED ? Level.RISKY : Level.SAFE;
    }

    private static String said(SchemaChange change) {
        return switch (change.kind()) {
            case ADDED ->
                (change.refuses() ? "is new and not every older call has it" : "is new") + " (" + change.after() + ").";
            case REMOVED ->
                (change.refuses() ? "is gone" : "is no longer described, though not refused") + " (it was "
                        + change.before() + ").";
            case NEWLY_REQUIRED -> "is required now.";
            case NO_LONGER_REQUIRED -> "may be left out now.";
            case NARROWED -> "takes fewer values: " + values(change);
            case WIDENED -> "takes more values: " + values(change);
            case CHANGED -> "takes other values: " + values(change);
        };
    }

    private static String values(SchemaChange change) {
        return Words.shortened(change.after()) + "; before: " + Words.shortened(change.before()) + ".";
    }

    private void mediaType() {
        String was = before.body().map(ArgumentChanges::words).orElse("no body");
        String is = after.body().map(ArgumentChanges::words).orElse("no body");
        if (!was.equals(is)) {
            changes.add(make.inside(
                    Level.RISKY,
                    ChangeKind.REQUEST_CHANGED,
                    "",
                    was,
                    is,
                    Words.became("The body that " + after.name() + " sends", was, is),
                    after.hasBody() ? after.at().member("requestBody") : after.at()));
        }
    }

    private static String words(ToolBody body) {
        String parts = body.parts().stream()
                .sorted(Comparator.comparing(BodyPart::property))
                .map(part -> part.property() + " as " + part.mediaType()
                        + (part.style().isEmpty() ? "" : part.style() + (part.explode() ? " exploded" : "")))
                .collect(Collectors.joining(", "));
        return body.mediaType() + (parts.isEmpty() ? "" : " with " + parts);
    }

    private void places() {
        // Where the path itself is another, that is told of the request.
        boolean slots = ToolLikeness.plain(before.path()).equals(ToolLikeness.plain(after.path()));
        Map<String, String> olds = places(before, slots);
        places(after, slots).forEach((argument, is) -> {
            String was = olds.getOrDefault(argument, is);
            if (!was.equals(is)) {
                String place = "/" + argument.replace("~", "~0").replace("/", "~1");
                changes.add(make.inside(
                        Level.RISKY,
                        ChangeKind.REQUEST_CHANGED,
                        place,
                        was,
                        is,
                        Words.became("Where " + after.name() + " puts the argument " + place, was, is),
                        at(place)));
            }
        });
    }

    private static Map<String, String> places(ToolModel tool, boolean slots) {
        List<String> parameters = slots ? ToolLikeness.parameters(tool.path()) : List.of();
        Map<String, String> places = new LinkedHashMap<>();
        tool.bindings().forEach(binding -> places.put(binding.argument(), words(binding, parameters)));
        return places;
    }

    private static String words(ArgumentBinding binding, List<String> parameters) {
        if (binding instanceof ArgumentBinding.PathArgument path) {
            return "path" + slots(path.parameter(), parameters) + style(path.style(), path.explode());
        }
        if (binding instanceof ArgumentBinding.QueryArgument query) {
            return "query parameter " + query.parameter() + style(query.style(), query.explode());
        }
        if (binding instanceof ArgumentBinding.HeaderArgument header) {
            return "header " + header.parameter() + style(header.style(), header.explode());
        }
        if (binding instanceof ArgumentBinding.CookieArgument cookie) {
            return "cookie " + cookie.parameter() + style(cookie.style(), cookie.explode());
        }
        if (binding instanceof ArgumentBinding.BodyProperty body) {
            return "body property " + body.property();
        }
        return binding instanceof ArgumentBinding.WholeBody ? "whole body" : "the server itself";
    }

    /** Which of several slots of the path a parameter fills, counted from 1. */
    private static String slots(String parameter, List<String> parameters) {
        return parameters.size() < 2
                ? ""
                : IntStream.range(0, parameters.size())
                        .filter(index -> parameters.get(index).equals(parameter))
                        .mapToObj(index -> Integer.toString(index + 1))
                        .collect(Collectors.joining(" and ", " parameter ", ""));
    }

    private static String style(String style, boolean explode) {
        return " (" + style + (explode ? ", exploded)" : ")");
    }

    /** The request body for what goes into it, else the operation. */
    private SourcePointer at(String place) {
        String top = place.isEmpty() ? "" : place.substring(1).split("/", 2)[0];
        String argument = top.replace("~1", "/").replace("~0", "~");
        boolean inBody = after.bindings().stream()
                .filter(binding -> binding.argument().equals(argument))
                .anyMatch(binding -> binding instanceof ArgumentBinding.BodyProperty
                        || binding instanceof ArgumentBinding.WholeBody);
        return inBody ? after.at().member("requestBody") : after.at();
    }
}
