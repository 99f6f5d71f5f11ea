package dev.toolsmith.it;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.toolsmith.it.exact.Api;
import dev.toolsmith.it.exact.Case;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One server before one sandbox, through which cases are tried that are known to be right or wrong. */
final class ToolTrial implements AutoCloseable {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    /** A call may read no more than a part of what it needs to know; the next one reads on. */
    private static final int MOST_CALLS = 6;

    private final Sandbox sandbox;
    private final Connection connection;
    private final Map<String, Schema> listed = new LinkedHashMap<>();
    private int unread;

    private ToolTrial(Sandbox sandbox, Connection connection) {
        this.sandbox = sandbox;
        this.connection = connection;
    }

    /** Starts a server, whose first answer is what its tools look like. */
    static ToolTrial over(Sandbox sandbox) {
        ToolTrial trial =
                new ToolTrial(sandbox, new Server("kernel", "http").connect(sandbox.baseUrl(), sandbox.credential()));
        trial.connection
                .rpc()
                .tools()
                .forEach(tool -> trial.listed.put(
                        tool.required("name").asString(), REGISTRY.getSchema(tool.required("inputSchema"))));
        return trial;
    }

    /** How many calls were made before everything was known that they were about. */
    int unread() {
        return unread;
    }

    /** What the sandbox says to a case without a server in between: empty when it says what is known of the case. */
    static Optional<String> directly(Case each, Sandbox sandbox) {
        Api.Answer answer = sandbox.api()
                .send(
                        each.call().method(),
                        each.call().target(),
                        Optional.of(each.call().body()));
        return answer.accepted() == each.right() && answer.status() < 500
                ? Optional.empty()
                : Optional.of(each + "\n    the sandbox: " + answer.status() + " " + answer.body());
    }

    /** What is amiss with a case; empty when all is well. */
    Optional<String> fault(Case each) {
        return (each.right() ? faultOfRight(each) : faultOfWrong(each)).map(fault -> each + "\n    " + fault);
    }

    private Optional<String> faultOfRight(Case each) {
        Schema schema = listed.get(each.call().tool());
        if (schema == null) {
            return Optional.of("is not listed");
        }
        List<String> misfits = schema.validate(each.call().arguments()).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
        if (!misfits.isEmpty()) {
            return Optional.of("does not fit the listed schema: " + misfits);
        }
        ToolAnswer answer = call(each);
        if (isUnread(answer)) {
            unread++;
        }
        return answer.failed()
                ? Optional.of("is refused: " + answer.text() + "\n    "
                        + directly(each, sandbox).orElse("the sandbox takes it"))
                : Optional.empty();
    }

    private Optional<String> faultOfWrong(Case each) {
        for (int i = 0; i < MOST_CALLS; i++) {
            sandbox.forgetRequests();
            ToolAnswer answer = call(each);
            if (!answer.failed()) {
                return Optional.of("is let through, and taken");
            }
            if (sandbox.journal().stream().noneMatch(request -> isOf(each, request))) {
                return directly(each, sandbox);
            }
            if (!isUnread(answer)) {
                return Optional.of("is let through, and refused: " + answer.text());
            }
            unread++;
        }
        return Optional.of("is not known to be wrong after " + MOST_CALLS + " calls");
    }

    private static boolean isOf(Case each, String request) {
        return request.equals(each.call().method() + " " + each.call().target());
    }

    private ToolAnswer call(Case each) {
        return connection.rpc().call(each.call().tool(), each.call().arguments());
    }

    private static boolean isUnread(ToolAnswer answer) {
        JsonNode meta = answer.message().path("result").path("_meta").path("dev.toolsmith/schema");
        return meta.path("used").asString("").equals("published");
    }

    @Override
    public void close() {
        connection.close();
    }
}
