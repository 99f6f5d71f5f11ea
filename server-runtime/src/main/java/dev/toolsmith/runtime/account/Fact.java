package dev.toolsmith.runtime.account;

import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that can be read of an account.
 *
 * @param name tells it from the account's other facts, such as {@code attributes/objects/deals}
 * @param tool the tool of the same bundle that reads it; it must change nothing
 * @param arguments that tool's arguments, not to be changed
 * @param reading makes the fact of the tool's whole result; may fail when the result is not what it should be. What it
 *     returns is immutable, and equal when nothing has changed
 * @param <T> what it is read as
 */
public record Fact<T>(String name, String tool, ObjectNode arguments, Function<JsonNode, T> reading) {}
