package dev.toolsmith.generator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.toolsmith.generator.api.ApiDocument;
import dev.toolsmith.generator.api.SourcePointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Puts texts and schemas that an overlay gives ({@code x-toolsmith-arguments}) in place of the description's own: first
 * the defaults of the document, then those of the operation, outer places before those inside them.
 */
final class GivenArguments {

    static final String ARGUMENTS = "x-toolsmith-arguments";
    static final String ONLY_GIVEN_TEXTS = "x-toolsmith-only-given-texts";

    private final ToolDraft draft;
    private final SchemaNormaliser schemas;
    private final Findings findings;
    private final Members ofOperation;
    private final Members ofDocument;

    private GivenArguments(ToolDraft draft, SchemaNormaliser schemas, Findings findings) {
        this.draft = draft;
        this.schemas = schemas;
        this.findings = findings;
        this.ofOperation =
                new Members(draft.operation().extensions(), draft.operation().at(), findings);
        ApiDocument document = draft.operation().document();
        this.ofDocument = new Members((ObjectNode) document.root(), new SourcePointer(document.name(), ""), findings);
    }

    /** The arguments with what is given for the tool, in the same order. */
    static List<Argument> applied(
            ToolDraft draft, List<Argument> arguments, SchemaNormaliser schemas, Findings findings) {
        return new GivenArguments(draft, schemas, findings).applied(arguments);
    }

    private List<Argument> applied(List<Argument> arguments) {
        Map<List<String>, GivenArgument> own = given(ofOperation);
        Map<List<String>, GivenArgument> all = new TreeMap<>(GivenArguments::outerFirst);
        all.putAll(given(ofDocument));
        own.forEach((path, each) -> all.merge(path, each, (general, special) -> special.orElse(general)));
        Map<List<String>, ObjectNode> replacements = new TreeMap<>(GivenArguments::outerFirst);
        all.forEach(
                (path, each) -> each.schema().ifPresent(schema -> replacements.put(path, schemas.normalise(schema))));
        List<Argument> result = new ArrayList<>(onlyGivenTexts() ? textless(arguments, replacements) : arguments);
        for (GivenArgument each : all.values()) {
            boolean found = apply(each, Optional.ofNullable(replacements.get(each.path())), result);
            if (!found && own.containsKey(each.path())) {
                reportMissing(each);
            }
        }
        return result;
    }

    private Map<List<String>, GivenArgument> given(Members members) {
        Map<List<String>, GivenArgument> given = new TreeMap<>(GivenArguments::outerFirst);
        members.object(ARGUMENTS)
                .ifPresent(all -> all.names().stream()
                        .map(pointer ->
                                GivenArgument.of(pointer, all, draft.operation().document()))
                        .flatMap(Optional::stream)
                        .filter(each -> !isSpecialised(each.path()))
                        .forEach(each -> given.put(each.path(), each)));
        return given;
    }

    /** What a specialised tool puts into the body stays as it is. */
    private boolean isSpecialised(List<String> path) {
        return draft.fixed().flatMap(Specialisation.Value::schema).isPresent()
                && draft.extensions()
                        .specialisation()
                        .flatMap(Specialisation::replace)
                        .map(GivenArgument::steps)
                        .filter(place -> path.size() >= place.size()
                                && path.subList(0, place.size()).equals(place))
                        .isPresent();
    }

    private boolean onlyGivenTexts() {
        return ofOperation
                .flag(ONLY_GIVEN_TEXTS)
                .or(() -> ofDocument.flag(ONLY_GIVEN_TEXTS))
                .orElse(false);
    }

    private List<Argument> textless(List<Argument> arguments, Map<List<String>, ObjectNode> replacements) {
        SchemaTexts.dropFrom(schemas.pool(), givenNames(replacements.values()));
        return arguments.stream()
                .map(argument -> new Argument(argument.binding(), SchemaTexts.without(argument.schema())))
                .toList();
    }

    /** The definitions that replacements lead to, those of specialised tools included. */
    private Set<String> givenNames(Collection<ObjectNode> replacements) {
        ApiDocument document = draft.operation().document();
        Stream<ObjectNode> special = draft
                .fixed()
                .flatMap(Specialisation.Value::schema)
                .flatMap(schema -> SchemaReferences.step(document, schema))
                .map(schemas::reference)
                .stream();
        Set<String> names = new LinkedHashSet<>();
        Stream.concat(replacements.stream(), special)
                .forEach(each -> names.addAll(schemas.pool().reachableFrom(each)));
        return names;
    }

    private boolean apply(GivenArgument given, Optional<ObjectNode> replacement, List<Argument> arguments) {
        SchemaPlace place = new SchemaPlace(schemas.pool(), old -> {
            ObjectNode result = replacement.orElse(old).deepCopy();
            given.description().ifPresent(text -> result.put("description", text));
            return result;
        });
        for (int index = 0; index < arguments.size(); index++) {
            Argument argument = arguments.get(index);
            if (argument.name().equals(given.path().get(0))) {
                Optional<ObjectNode> changed = place.changed(
                        argument.schema(), given.path().subList(1, given.path().size()));
                if (changed.isPresent()) {
                    arguments.set(index, new Argument(argument.binding(), changed.get()));
                    return true;
                }
            }
        }
        return false;
    }

    private void reportMissing(GivenArgument given) {
        if (draft.fixed().isPresent()) {
            return;
        }
        findings.warning(
                "argument-not-found",
                ofOperation.at().member(ARGUMENTS).member(given.pointer()),
                "The tool takes nothing at '" + PlainText.cut(PlainText.of(given.pointer()), 120) + "'",
                "Name an argument, then properties inside it, and * for the items of an array: /data/tags/*.");
    }

    private static int outerFirst(List<String> one, List<String> other) {
        int byDepth = Integer.compare(one.size(), other.size());
        return byDepth != 0 ? byDepth : String.join("/", one).compareTo(String.join("/", other));
    }
}
