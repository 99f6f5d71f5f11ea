package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.Scopes;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** The tools of a server as text, for people and for programs. */
final class ToolsReport {

    private ToolsReport() {}

    /** One object a tool, in one object. */
    static String json(BundleTools tools) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeName("tools");
            json.writeStartArray();
            for (ToolDescriptor tool : tools.tools()) {
                tools.find(tool.name()).ifPresent(bundled -> row(json, bundled));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void row(JsonGenerator json, BundledTool bundled) {
        ToolDescriptor tool = bundled.descriptor();
        json.writeStartObject();
        json.writeStringProperty("name", tool.name());
        json.writeStringProperty("method", tool.method());
        json.writeStringProperty("path", tool.path());
        json.writeStringProperty("kind", tool.kind());
        json.writeStringProperty("class", tool.toolClass());
        json.writeStringProperty("tag", tool.tag());
        json.writeBooleanProperty("reads", tool.reads());
        texts(json, "scopes", tool.scopes());
        texts(json, "tags", tool.tags());
        json.writeBooleanProperty("scopesKnown", bundled.scopesKnown());
        bundled.scopesBy().ifPresent(by -> {
            json.writeName("scopesBy");
            json.writeStartObject();
            json.writeStringProperty("argument", by.argument());
            json.writeName("scopes");
            json.writeStartObject();
            new TreeMap<>(by.scopes()).forEach((value, scopes) -> texts(json, value, scopes));
            json.writeEndObject();
            json.writeEndObject();
        });
        json.writeStringProperty("app", bundled.manifest().app());
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeName(name);
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A table with headings, one line a tool. */
    static String table(BundleTools tools) {
        int width = tools.tools().stream()
                .mapToInt(tool -> tool.name().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        line(text, width, "TOOL", "CLASS", "TAG", "METHOD", "PATH");
        for (ToolDescriptor tool : tools.tools()) {
            line(text, width, tool.name(), tool.toolClass(), tool.tag(), tool.method(), tool.path());
        }
        return text.append(tools.tools().size()).append(" tools\n").toString();
    }

    private static void line(
            StringBuilder text, int width, String name, String toolClass, String tag, String method, String path) {
        text.append(padded(name, width + 2))
                .append(padded(toolClass, 8))
                .append(padded(tag, 14))
                .append(padded(method, 8))
                .append(path)
                .append('\n');
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /**
     * The least scopes that let every tool be called, one a line. A scope that ends in {@code :read-write} holds the one
     * that ends in {@code :read}.
     */
    static String scopes(BundleTools tools) {
        StringBuilder text = new StringBuilder();
        Scopes.least(tools).forEach(scope -> text.append(scope).append('\n'));
        Scopes.unknown(tools)
                .forEach(name -> text.append("unknown: ").append(name).append('\n'));
        return text.toString();
    }
}
