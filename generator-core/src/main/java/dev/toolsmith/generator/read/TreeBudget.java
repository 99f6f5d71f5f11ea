package dev.toolsmith.generator.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Counts what one document has used of its {@link ReadLimits} while its tree grows. */
final class TreeBudget {

    private final ReadLimits limits;
    private int values;
    private int aliases;
    private int aliasValues;

    TreeBudget(ReadLimits limits) {
        this.limits = limits;
    }

    /** Takes one value into account; containers stand at depth 1 and below. */
    void value(int depth, Position at) throws TreeFault {
        if (depth > limits.maxDepth()) {
            throw new TreeFault(
                    "too-deep",
                    "Nested deeper than " + limits.maxDepth() + " levels (" + at + ")",
                    "Move inner schemas to components and refer to them.");
        }
        add(1, at);
    }

    /** Takes the expansion of one YAML alias into account. */
    void alias(int size, Position at) throws TreeFault {
        aliases++;
        aliasValues += size;
        if (aliases > limits.maxAliases() || aliasValues > limits.maxAliasValues()) {
            String what = aliases > limits.maxAliases()
                    ? "More than " + limits.maxAliases() + " YAML aliases"
                    : "YAML aliases expand to more than " + limits.maxAliasValues() + " values";
            throw new TreeFault("too-many-aliases", what + " (" + at + ")", "Use $ref instead of aliases.");
        }
        add(size, at);
    }

    int used() {
        return values;
    }

    static void put(ObjectNode object, String key, JsonNode value, Position at) throws TreeFault {
        if (object.replace(key, value) != null) {
            throw new TreeFault(
                    "duplicate-key", "Duplicate key '" + key + "' (" + at + ")", "Remove one of the two members.");
        }
    }

    private void add(int count, Position at) throws TreeFault {
        values += count;
        if (values > limits.maxValues()) {
            throw new TreeFault(
                    "too-many-values",
                    "More than " + limits.maxValues() + " values (" + at + ")",
                    "Split the description into several documents.");
        }
    }
}
