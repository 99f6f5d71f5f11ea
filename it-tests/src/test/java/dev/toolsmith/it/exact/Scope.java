package dev.toolsmith.it.exact;

/** Where it is possible to be wrong in some way. */
enum Scope {
    ANYWHERE,
    CREATES,
    CREATES_AND_CHANGES,
    RECORDS,
    RECORDS_BY_GENERAL_TOOLS,
    MATCHED_RECORDS,
    ENTRIES,
    ENTRIES_BY_PARENT;

    boolean has(Table table, Op op) {
        return switch (this) {
            case ANYWHERE -> true;
            case CREATES -> op == Op.CREATE;
            case CREATES_AND_CHANGES -> op != Op.ASSERT;
            case RECORDS -> !table.list();
            case RECORDS_BY_GENERAL_TOOLS -> !table.list() && !Write.hasToolsOfItsOwn(table, op);
            case MATCHED_RECORDS -> !table.list() && op == Op.ASSERT;
            case ENTRIES -> table.list();
            case ENTRIES_BY_PARENT -> table.list() && !op.ofOne();
        };
    }
}
