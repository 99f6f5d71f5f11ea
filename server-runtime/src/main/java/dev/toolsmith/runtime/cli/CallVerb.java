package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.protocol.Arguments;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Calls one tool once and prints what a model would read. */
final class CallVerb implements Verb {

    private static final Option ARGS =
            new Option("args", "JSON|@FILE|-", "", "the arguments object; @FILE reads a file, - standard input");

    @Override
    public String name() {
        return "call";
    }

    @Override
    public String form() {
        return "NAME [--args JSON|@FILE|-]";
    }

    @Override
    public String summary() {
        return "call one tool and print its result";
    }

    @Override
    public List<Option> options() {
        List<Option> all =
                new ArrayList<>(List.of(ARGS, ServerOptions.BUNDLE, ServerOptions.SANDBOX, ServerOptions.BASE_URL));
        all.addAll(ServerOptions.SELECTION);
        all.add(ServerOptions.SCHEMAS);
        all.add(ServerOptions.VIEW);
        return all;
    }

    @Override
    public List<Variable> variables() {
        return List.of(Variable.secret(SigningKey.VARIABLE, "what the cursors were signed with that are given back"));
    }

    @Override
    public int run(VerbCall call) throws IOException {
        if (call.words().size() > 1) {
            throw new UsageException("Put the arguments after --args.");
        }
        if (call.words().isEmpty()) {
            throw new UsageException("Name one tool: call NAME [--args JSON|@FILE|-]");
        }
        String name = call.words().get(0);
        BundleTools tools = ServedTools.of(call);
        if (tools.find(name).isEmpty()) {
            throw new UsageException(unknown(call, name, tools));
        }
        byte[] arguments = arguments(call);
        ApiAccess access = ApiAccess.of(call, tools, false, () -> {}, SigningKey.ofPerson(call));
        try (OpenedApi api = access.open()) {
            CallOrigin origin = new CallOrigin(
                    call.identity().name() + " call", call.identity().version(), "");
            ToolCall made = new ToolCall(name, arguments, origin, new CompletableFuture<>());
            ToolResult result = api.caller().call(made).join();
            PrintStream out = result.isError() ? call.err() : call.print();
            out.println(new String(result.text(), StandardCharsets.UTF_8));
            return result.isError() ? 1 : 0;
        }
    }

    private static String unknown(VerbCall call, String name, BundleTools tools) {
        List<String> filters = ServedTools.leavingOut(call, name);
        if (!filters.isEmpty()) {
            return "\"" + name + "\" is left out by " + String.join(" and ", filters) + ".";
        }
        List<String> names = new ArrayList<>();
        for (ToolDescriptor tool : tools.tools()) {
            names.add(tool.name());
        }
        Optional<String> meant = ClosestNames.to(name, names);
        return "There is no tool \"" + name + "\"."
                + (meant.isPresent() ? " Did you mean \"" + meant.get() + "\"?" : " \"tools\" lists them.");
    }

    private static byte[] arguments(VerbCall call) throws IOException {
        String said = call.option(ARGS).orElse("{}");
        byte[] given = said.equals("-")
                ? call.in().readAllBytes()
                : said.startsWith("@") ? file(said.substring(1)) : said.getBytes(StandardCharsets.UTF_8);
        Optional<String> wrong = Arguments.problem(given);
        if (wrong.isPresent()) {
            throw new UsageException("The arguments are no JSON object: " + wrong.get());
        }
        return given;
    }

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(Path.of(name));
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + name + ".");
        } catch (IOException | InvalidPathException e) {
            throw new UsageException("The file " + name + " cannot be read.");
        }
    }
}
