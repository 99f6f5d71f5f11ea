package dev.toolsmith.platform.cli;

import dev.toolsmith.platform.DataFolder;
import dev.toolsmith.platform.ops.Logs;
import dev.toolsmith.platform.vault.MasterKey;
import dev.toolsmith.runtime.cli.Option;
import dev.toolsmith.runtime.cli.ServerOptions;
import dev.toolsmith.runtime.cli.Verb;
import dev.toolsmith.runtime.cli.VerbCall;
import dev.toolsmith.runtime.json.JsonTree;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Looks whether a data folder and its surroundings are as a server needs them. */
public final class DoctorVerb implements Verb {

    private static final Option JSON = new Option("json", "", "", "print one JSON object");

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String form() {
        return "[--json]";
    }

    @Override
    public String summary() {
        return "check the data folder, the keys, the disk and the port, and say what to do";
    }

    @Override
    public List<Option> options() {
        return List.of(
                PlatformOptions.DATA_DIR,
                ServerOptions.PORT,
                PlatformOptions.HOST,
                PlatformOptions.PUBLIC_URL,
                PlatformOptions.TRUSTED_PROXIES,
                PlatformOptions.TLS_CERT,
                PlatformOptions.TLS_KEY,
                ServerOptions.ORIGINS,
                JSON);
    }

    @Override
    public List<Variable> variables() {
        return List.of(PlatformOptions.MASTER_KEY);
    }

    @Override
    public int run(VerbCall call) {
        call.takesNoWords();
        Logs.arrange(Logs.Format.TEXT, call.err());
        DataFolder folder = PlatformOptions.folder(call);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(new DataChecks(folder, call.secret(MasterKey.VARIABLE), Clock.systemUTC()).findings());
        findings.addAll(new MachineChecks(folder, () -> ServeVerb.web(call)).findings());
        if (call.isOn(JSON)) {
            call.print().println(json(findings));
        } else {
            print(call.print(), findings);
        }
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.FAILED) ? 1 : 0;
    }

    private static void print(PrintStream out, List<Finding> findings) {
        for (Finding finding : findings) {
            out.println("%-8s %s: %s".formatted(finding.state().word(), finding.check(), finding.text()));
        }
    }

    private static String json(List<Finding> findings) {
        ArrayNode checks = JsonNodeFactory.instance.arrayNode();
        for (Finding finding : findings) {
            checks.addObject()
                    .put("check", finding.check())
                    .put("state", finding.state().word())
                    .put("text", finding.text());
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("checks", checks);
        return new String(JsonTree.write(all), StandardCharsets.UTF_8);
    }
}
