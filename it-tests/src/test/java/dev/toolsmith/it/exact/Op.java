package dev.toolsmith.it.exact;

/** How records and entries are written. */
enum Op {
    CREATE("POST", "create_a_attio_%s"),
    UPDATE("PATCH", "update_a_attio_%s_by_id"),
    OVERWRITE("PUT", "attio_%s_overwrite"),
    ASSERT("PUT", "attio_%s_assert");

    private final String method;
    private final String tool;

    Op(String method, String tool) {
        this.method = method;
        this.tool = tool;
    }

    String method() {
        return method;
    }

    /** The tool, named by one or many of what it writes. */
    String tool(String one, String many) {
        return String.format(tool, this == CREATE || this == UPDATE ? one : many);
    }

    /** Whether the item is named by its id. */
    boolean ofOne() {
        return this == UPDATE || this == OVERWRITE;
    }
}
