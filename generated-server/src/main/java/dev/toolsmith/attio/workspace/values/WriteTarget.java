package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Owner.Kind;
import dev.toolsmith.attio.workspace.values.Write.Mode;
import dev.toolsmith.attio.workspace.words.Closest;
import dev.toolsmith.attio.workspace.words.ListingWords;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A write, and the attributes of what it writes to.
 *
 * @param write the write
 * @param attributes the attributes of the object or list, archived ones too
 */
record WriteTarget(Write write, List<Attribute> attributes) {

    private static final int MOST_GUESSES = 10;
    private static final String PARENT = "parent_record";

    /** The attributes that the write names and may write, and those that it has to name but does not. */
    List<Written> written() {
        List<Written> all = new ArrayList<>();
        write.values()
                .properties()
                .forEach(member -> attribute(member.getKey())
                        .filter(this::mayWrite)
                        .ifPresent(attribute -> all.add(new Written(member.getKey(), attribute, member.getValue()))));
        missing()
                .forEach(attribute ->
                        all.add(new Written(attribute.slug(), attribute, JsonNodeFactory.instance.missingNode())));
        return all;
    }

    /** The attribute with a slug, else with a UUID. */
    private Optional<Attribute> attribute(String name) {
        Optional<Attribute> bySlug =
                attributes.stream().filter(one -> one.slug().equals(name)).findFirst();
        return bySlug.isPresent()
                ? bySlug
                : attributes.stream()
                        .filter(one -> one.id().equalsIgnoreCase(name))
                        .findFirst();
    }

    /** Whether the write names attributes that are not among those. */
    boolean lacksNames() {
        boolean matching = write.mode() == Mode.ASSERT && !write.matching().isEmpty();
        return (matching && attribute(write.matching()).isEmpty())
                || write.values().propertyNames().stream()
                        .anyMatch(name -> attribute(name).isEmpty());
    }

    private boolean mayWrite(Attribute attribute) {
        return attribute.writable() && !attribute.archived() && !isParent(attribute);
    }

    private boolean isParent(Attribute attribute) {
        return write.place().kind() == Kind.LISTS && attribute.slug().equals(PARENT);
    }

    private boolean isMatching(Attribute attribute) {
        return write.mode() == Mode.ASSERT
                && attribute(write.matching()).filter(attribute::equals).isPresent();
    }

    /** Whether an attribute must not be left without a value. */
    boolean needsValue(Attribute attribute) {
        return attribute.required() || isMatching(attribute);
    }

    /** Whether an attribute must be named. */
    private boolean needsName(Attribute attribute) {
        boolean created = write.mode() == Mode.CREATE && attribute.required() && !attribute.hasDefault();
        return mayWrite(attribute) && (created || isMatching(attribute));
    }

    private List<Attribute> missing() {
        Set<Attribute> named = write.values().propertyNames().stream()
                .flatMap(name -> attribute(name).stream())
                .collect(Collectors.toSet());
        return attributes.stream()
                .filter(this::needsName)
                .filter(attribute -> !named.contains(attribute))
                .toList();
    }

    /** What is wrong with the attribute that shall find the record. */
    List<String> problemsOfMatching() {
        String name = write.matching();
        if (write.mode() != Mode.ASSERT || name.isEmpty()) {
            return List.of();
        }
        Optional<Attribute> matching = attribute(name);
        if (matching.filter(attribute -> attribute.unique() && mayWrite(attribute))
                .isPresent()) {
            return List.of();
        }
        String why = matching.isEmpty()
                ? "is no attribute of the " + write.place()
                : matching.get().unique() ? "cannot be written" : "is not unique, so that it cannot find a record";
        List<Attribute> unique = attributes.stream()
                .filter(attribute -> attribute.unique() && mayWrite(attribute))
                .toList();
        String advice = unique.isEmpty()
                ? " The " + write.place()
                        + " has no unique attribute that can be written: create the record, or update it"
                        + " by its id."
                : " Unique are: "
                        + Said.names(unique.stream().map(Attribute::slug).toList()) + "."
                        + Closest.attribute(name, unique)
                                .map(WriteTarget::guess)
                                .orElse("");
        return List.of("matching_attribute: " + Said.quoted(name) + " " + why + "." + advice);
    }

    /** What is wrong with the names of what is written, and which are missing. */
    List<String> problemsOfNames(ValueWords words) {
        List<String> problems = new ArrayList<>();
        for (String name : write.values().propertyNames()) {
            Optional<Attribute> attribute = attribute(name);
            if (attribute.isEmpty()) {
                problems.add(unknown(name, problems.size() < MOST_GUESSES));
            } else if (!mayWrite(attribute.get())) {
                problems.add(write.pointer(name) + ": " + notWritable(attribute.get()));
            }
        }
        for (Attribute attribute : missing()) {
            problems.add(write.pointer(attribute.slug()) + ": missing. " + why(attribute) + " It takes "
                    + words.takes(attribute) + "." + words.listedBy(attribute));
        }
        return problems;
    }

    /** Why an attribute needs a value. */
    String why(Attribute attribute) {
        String title = Said.name(attribute.title());
        return isMatching(attribute)
                ? "It is the matching_attribute, so the record is found by its value."
                : "Every " + (write.place().kind() == Kind.LISTS ? "entry" : "record") + " of the " + write.place()
                        + " needs a value for " + title + ".";
    }

    private String notWritable(Attribute attribute) {
        if (isParent(attribute)) {
            return "the parent record of an entry cannot be changed. Leave it out; to move it, create another entry.";
        }
        return attribute.archived()
                ? Said.name(attribute.title()) + " is archived, so it cannot be written. Leave it out."
                : Said.name(attribute.title()) + " is read-only: Attio fills it. Leave it out.";
    }

    private String unknown(String name, boolean advised) {
        String problem = write.pointer(name) + ": the " + write.place() + " has no attribute of this slug.";
        if (!advised) {
            return problem;
        }
        List<Attribute> writable = attributes.stream().filter(this::mayWrite).toList();
        if (writable.isEmpty()) {
            return problem + " It has none that can be written.";
        }
        List<String> slugs = writable.stream().map(Attribute::slug).toList();
        String guess = Closest.attribute(name, writable).map(WriteTarget::guess).orElse("");
        return problem + guess + " It takes: " + Said.names(slugs) + ". " + ListingWords.attributes(write.place())
                + " lists them.";
    }

    private static String guess(Attribute attribute) {
        String title =
                Said.isSame(attribute.slug(), attribute.title()) ? "" : " (" + Said.name(attribute.title()) + ")";
        return " Did you mean " + Said.quoted(attribute.slug()) + title + "?";
    }
}
