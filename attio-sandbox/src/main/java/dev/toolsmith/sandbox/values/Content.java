package dev.toolsmith.sandbox.values;

import tools.jackson.databind.node.ObjectNode;

/**
 * A value that was accepted, before it is stored.
 *
 * @param keys the keys of its type
 * @param key what makes two values of an attribute the same
 */
public record Content(ObjectNode keys, String key) {}
