package dev.toolsmith.attio.guide;

import dev.toolsmith.runtime.context.ContextScope;
import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceContent;
import java.util.Map;

/** The pages of the guide to Attio's data. */
enum GuidePage {
    RECORDS_AND_ENTRIES(
            "records-and-entries",
            "Records and entries",
            "Which values belong to a record and which to its entry on a list, and which tools read and write each."),
    VALUES("values", "Values", "How values are written for each type of attribute, and how they come back."),
    FILTERS(
            "filters-and-sorts",
            "Filters and sorts",
            "How queries are narrowed and ordered: conditions, operators, joining, related records."),
    RESULTS("results", "Results and paging", "How long answers are read page by page, cut down and cited.");

    private static final String MARKDOWN = "text/markdown";

    private final String name;
    private final String title;
    private final String description;

    GuidePage(String name, String title, String description) {
        this.name = name;
        this.title = title;
        this.description = description;
    }

    String uri() {
        return "attio://guide/" + name;
    }

    Resource resource() {
        return new Resource(uri(), name, title, description, MARKDOWN);
    }

    ResourceContent content(ContextScope scope) {
        return ResourceContent.text(uri(), MARKDOWN, new OfferedText(scope).of(name + ".md", Map.of()));
    }
}
