package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.model.StoredValue;
import dev.toolsmith.sandbox.schema.Attribute;
import dev.toolsmith.sandbox.values.Facet;
import dev.toolsmith.sandbox.values.ValueKinds;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Query;
import java.util.List;

/** The values of one attribute of a record or entry, with those of the past when asked. */
final class Histories {
    private static final int MOST = 1000;

    private Histories() {}

    static Answer values(Call call, Item item, Attribute attribute) {
        boolean historic = call.query().flag("show_historic");
        if (historic && attribute.traits().enriched()) {
            throw Query.refuse("show_historic", "is not possible for an enriched attribute", "custom");
        }
        List<StoredValue> values = historic ? item.history(attribute.id()) : item.current(attribute.id());
        Facet.Lookup lookup = new Facet.Lookup(call.workspace(), attribute);
        return Answer.data(call.query().page(values, MOST, MOST).stream()
                .map(value -> ValueKinds.show(value, lookup))
                .toList());
    }
}
