package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.filter.Condition;
import dev.toolsmith.sandbox.filter.FilterReader;
import dev.toolsmith.sandbox.filter.SortReader;
import dev.toolsmith.sandbox.model.Item;
import dev.toolsmith.sandbox.schema.Owner;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Page;
import java.util.List;

/** Filtered, sorted pages of records or entries. */
final class Queries {
    private static final int MOST = 500;

    private Queries() {}

    static List<Item> page(Call call, Owner owner) {
        Fields body = call.bodyOrEmpty();
        int limit = body.number("limit", MOST, 1, MOST);
        int offset = body.number("offset", 0, 0, Integer.MAX_VALUE);
        Condition condition = body.find("filter")
                .filter(filter -> !filter.isNull())
                .map(new FilterReader(call.workspace(), owner)::read)
                .orElse(Condition.ANY);
        List<Item> found = call.workspace().items().all(owner.id()).stream()
                .filter(condition::holds)
                .toList();
        List<Fields> sorts = body.has("sorts") ? body.objects("sorts") : List.of();
        return Page.slice(new SortReader(call.workspace(), owner).sort(found, sorts), offset, limit);
    }
}
