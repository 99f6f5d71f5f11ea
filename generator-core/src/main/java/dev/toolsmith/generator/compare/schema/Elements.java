package dev.toolsmith.generator.compare.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * What the items of an array may be.
 *
 * @param first the items at the beginning, by position
 * @param rest all items after those
 */
record Elements(List<Schema> first, Schema rest) {

    static Elements free(SchemaSource source) {
        return new Elements(List.of(), source.anything());
    }

    Schema at(int position) {
        return position < first.size() ? first.get(position) : rest;
    }

    /** What both demand together. */
    Elements and(Elements more) {
        List<Schema> both = new ArrayList<>();
        for (int position = 0; position < Math.max(first.size(), more.first.size()); position++) {
            both.add(at(position).and(more.at(position)));
        }
        return new Elements(both, rest.and(more.rest));
    }
}
