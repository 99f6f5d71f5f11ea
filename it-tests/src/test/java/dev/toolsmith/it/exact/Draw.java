package dev.toolsmith.it.exact;

import dev.toolsmith.it.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is drawn by lot: the same from the same seed. */
final class Draw {
    private static final List<String> WORDS = List.of(
            "amber", "basalt", "cedar", "dune", "ember", "fjord", "granite", "harbour", "iris", "juniper", "kelp",
            "lagoon", "meadow", "nettle", "opal", "pebble", "quartz", "reed", "slate", "tundra");

    private final Random random;
    private final AtomicInteger fresh;

    private Draw(Random random, AtomicInteger fresh) {
        this.random = random;
        this.fresh = fresh;
    }

    /** Draws of which what is fresh counts on from a number. */
    static Draw of(long seed, int from) {
        return new Draw(new Random(seed), new AtomicInteger(from));
    }

    /** Draws of one case, which do not depend on how much was drawn before; what is fresh stays so. */
    Draw ofCase(long seed) {
        return new Draw(new Random(seed), fresh);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalStateException("Nothing to choose from");
        }
        return list.get(random.nextInt(list.size()));
    }

    /** Some of a list, in an order drawn by lot. */
    <T> List<T> some(List<T> list, int count) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return List.copyOf(copy.subList(0, Math.min(count, copy.size())));
    }

    @SafeVarargs
    final <T> T either(Supplier<T>... ways) {
        return ways[random.nextInt(ways.length)].get();
    }

    String word() {
        return pick(WORDS);
    }

    /** A number that has not been drawn before. */
    int fresh() {
        return fresh.incrementAndGet();
    }

    String date() {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", between(1960, 2035), between(1, 12), between(1, 28));
    }

    String time() {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", between(0, 23), between(0, 59), between(0, 59));
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    static JsonNode number(long number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    static JsonNode number(double number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    static JsonNode flag(boolean flag) {
        return JsonNodeFactory.instance.booleanNode(flag);
    }

    static JsonNode nothing() {
        return JsonNodeFactory.instance.nullNode();
    }

    static ObjectNode object(String key, JsonNode value) {
        ObjectNode object = Json.object();
        object.set(key, value);
        return object;
    }

    static ArrayNode array(JsonNode... elements) {
        ArrayNode array = Json.array();
        for (JsonNode element : elements) {
            array.add(element);
        }
        return array;
    }

    static ArrayNode array(List<JsonNode> elements) {
        return array(elements.toArray(JsonNode[]::new));
    }
}
