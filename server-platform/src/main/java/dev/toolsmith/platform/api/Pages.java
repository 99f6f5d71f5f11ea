package dev.toolsmith.platform.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cuts lists into pages that stay in step while things are added and removed. */
final class Pages {

    /** The parameters of every list. */
    static final List<String> PARAMETERS = List.of("limit", "cursor");

    static final int MOST = 200;
    static final int USUAL = 50;

    private final Cursors cursors;

    Pages(Cursors cursors) {
        this.cursors = cursors;
    }

    /**
     * Where a thing stands in its list: by when it was made, then by its id.
     *
     * @param millis when it was made, to what is kept of it for certain
     */
    private record Place(long millis, String id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::millis).thenComparing(Place::id);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        String text() {
            return millis + " " + id;
        }

        static Place of(String text) {
            int blank = text.indexOf(' ');
            return new Place(Long.parseLong(text.substring(0, blank)), text.substring(blank + 1));
        }
    }

    /**
     * How a list is ordered and shown.
     *
     * @param name names the list, so that its cursors are good for no other
     */
    record Form<T>(String name, Function<T, Instant> madeAt, Function<T, String> id, Function<T, JsonNode> json) {
        private Place placeOf(T thing) {
            return new Place(madeAt.apply(thing).toEpochMilli(), id.apply(thing));
        }
    }

    /** One page of a list, as a request asks for it. */
    <T> Reply of(List<T> all, Form<T> form, ApiCall call) {
        int limit = call.query().number("limit", 1, MOST, USUAL);
        Optional<Place> after = call.query().text("cursor").map(cursor -> Place.of(cursors.place(form.name(), cursor)));
        List<T> left = all.stream()
                .filter(thing -> after.isEmpty() || form.placeOf(thing).compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(form::placeOf))
                .limit(limit + 1L)
                .toList();
        List<T> page = left.subList(0, Math.min(limit, left.size()));
        Optional<String> next = left.size() > limit
                ? Optional.of(cursors.of(
                        form.name(), form.placeOf(page.get(limit - 1)).text()))
                : Optional.empty();
        return reply(page.stream().map(form.json()).toList(), next, call);
    }

    /** A page that is cut already. */
    static Reply reply(List<JsonNode> page, Optional<String> next, ApiCall call) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode data = body.putArray("data");
        page.forEach(data::add);
        next.ifPresentOrElse(cursor -> body.put("next_cursor", cursor), () -> body.putNull("next_cursor"));
        Reply reply = Reply.json(200, body);
        return next.isEmpty()
                ? reply
                : reply.with("Link", "<" + call.pathWith("cursor", next.get()) + ">; rel=\"next\"");
    }
}
