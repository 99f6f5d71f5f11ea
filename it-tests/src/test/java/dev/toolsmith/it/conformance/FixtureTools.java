package dev.toolsmith.it.conformance;

import dev.toolsmith.it.Json;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.MirroredArgument;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolCaller;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.tool.UnknownToolException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The tools that the suite calls. */
final class FixtureTools implements ToolList, ToolCaller {

    private static final int PAUSE_MILLIS = 150;
    private static final MirroredArgument REGION = new MirroredArgument("Region", List.of("region"));

    private final Map<String, FixtureTool> tools = new TreeMap<>();
    private final ListChanges changes = new ListChanges();

    /** @param prompts where changes of the prompts are told */
    FixtureTools(ListChanges prompts) {
        add(FixtureTool.of("test_simple_text", call -> Results.text("Nothing but a text.")));
        add(FixtureTool.of("test_image_content", call -> Results.blocks(Results.picture())));
        add(FixtureTool.of("test_audio_content", call -> Results.blocks(Results.sound())));
        add(FixtureTool.of(
                "test_embedded_resource",
                call -> Results.blocks(Results.resource("test://embedded", "text/plain", "It came along."))));
        add(FixtureTool.of(
                "test_multiple_content_types",
                call -> Results.blocks(
                        Results.words("Three things:"),
                        Results.picture(),
                        Results.resource("test://mixed", "application/json", "{\"of\":\"three\"}"))));
        add(FixtureTool.of(
                "test_error_handling",
                call -> CompletableFuture.completedFuture(ToolResult.failure("It always fails."))));
        add(FixtureTool.of("test_tool_with_progress", FixtureTools::inThreeSteps));
        add(FixtureTool.of("test_logging_tool", call -> Results.text("Nothing was logged to the client.")));
        add(FixtureTool.of("test_trigger_tool_change", call -> changed(changes)));
        add(FixtureTool.of("test_trigger_prompt_change", call -> changed(prompts)));
        String folder = "/dev/toolsmith/it/conformance/";
        add(FixtureTool.of(
                "json_schema_2020_12_tool",
                Json.resource(folder + "json-schema-2020-12.json").toString(),
                call -> Results.text("It fits.")));
        add(FixtureTool.of(
                        "test_x_mcp_header",
                        Json.resource(folder + "mirrored.json").toString(),
                        call -> Results.text("The header says the same."))
                .mirroring(REGION));
        AskingTools.all().forEach(this::add);
    }

    private void add(FixtureTool tool) {
        tools.put(tool.name(), tool);
    }

    @Override
    public List<ToolDescriptor> tools() {
        return tools.values().stream().map(FixtureTool::descriptor).toList();
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        byte[] bytes = tools.get(tool.name()).listed().getBytes(StandardCharsets.UTF_8);
        return new ListedTool(bytes, 0, bytes.length);
    }

    @Override
    public List<MirroredArgument> mirrored(String tool) {
        return tools.containsKey(tool) ? tools.get(tool).mirrored() : List.of();
    }

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(changes);
    }

    @Override
    public CompletableFuture<ToolResult> call(ToolCall call) {
        return tools.containsKey(call.name())
                ? tools.get(call.name()).behaviour().apply(call)
                : CompletableFuture.failedFuture(new UnknownToolException(call.name(), Optional.empty()));
    }

    private static CompletableFuture<ToolResult> changed(ListChanges list) {
        list.changed();
        return Results.text("The list has changed.");
    }

    private static CompletableFuture<ToolResult> inThreeSteps(ToolCall call) {
        Executor later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        OptionalLong total = OptionalLong.of(100);
        call.client().progress(0, total, "beginning");
        return CompletableFuture.runAsync(() -> call.client().progress(50, total, "half of it"), later)
                .thenRunAsync(() -> call.client().progress(100, total, "all of it"), later)
                .thenComposeAsync(done -> Results.text("It is done."), later);
    }
}
