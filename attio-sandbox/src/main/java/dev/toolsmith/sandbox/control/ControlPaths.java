package dev.toolsmith.sandbox.control;

import dev.toolsmith.sandbox.access.AccessTables;
import dev.toolsmith.sandbox.access.Member;
import dev.toolsmith.sandbox.access.OAuthClient;
import dev.toolsmith.sandbox.access.Scopes;
import dev.toolsmith.sandbox.access.Token;
import dev.toolsmith.sandbox.access.Tokens;
import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The paths under {@code /_sandbox/}. */
public final class ControlPaths {
    /** What the paths begin with. */
    public static final String PREFIX = "/_sandbox/";

    private final Stage stage;
    private final Faults faults;
    private final Journal journal;

    public ControlPaths(Stage stage, Faults faults, Journal journal) {
        this.stage = stage;
        this.faults = faults;
        this.journal = journal;
    }

    /** Answers a call of a control path. */
    public Answer answer(String method, String path, byte[] body) {
        Fields fields = Fields.of(Json.parse(body).orElseGet(Json::object), List.of());
        return switch (method.toUpperCase(Locale.ROOT) + " " + path.substring(PREFIX.length())) {
            case "GET requests" -> Answer.flat(journal.json());
            case "DELETE requests" -> forget();
            case "POST reset" -> reset();
            case "POST next" -> next(fields);
            case "POST tokens" -> stage.with(workspace -> token(workspace, fields));
            case "POST clients" -> stage.with(workspace -> client(workspace, fields));
            case "POST revoke" -> stage.with(workspace -> revoke(workspace, fields));
            case "GET health" -> Answer.flat(Json.object().put("status", "ok"));
            default -> throw Refusal.notFound("There is no control path " + method + " " + path + ".");
        };
    }

    private Answer forget() {
        journal.clear();
        return Answer.deleted();
    }

    private Answer reset() {
        stage.reset();
        faults.clear();
        journal.clear();
        return Answer.deleted();
    }

    private Answer next(Fields fields) {
        fields.only("count", "status", "delay_ms", "path_prefix", "method", "retry_after", "body");
        faults.add(new Fault(
                fields.number("count", 1, 1, Integer.MAX_VALUE),
                fields.number("status", 0, 0, 599),
                fields.number("delay_ms", 0, 0, 600_000),
                fields.has("path_prefix") ? fields.text("path_prefix") : "/",
                fields.has("method") ? fields.text("method") : "",
                fields.number("retry_after", 1, 0, 86_400),
                fields.find("body").orElse(null)));
        return Answer.deleted();
    }

    private static Answer token(Workspace workspace, Fields fields) {
        fields.only("scopes", "user");
        List<String> scopes = fields.has("scopes") ? scopes(fields) : Scopes.full();
        Optional<Member> user = fields.find("user")
                .map(JsonNode::asString)
                .map(name -> workspace
                        .memberByEmail(name)
                        .or(() -> workspace.member(name))
                        .orElseThrow(
                                () -> fields.refuse("user", "is neither e-mail address nor id of a member", "custom")));
        Token token = user.isPresent()
                ? Tokens.ofUser(workspace, user.get(), scopes, AccessTables.FIRST_CLIENT)
                : Tokens.ofWorkspace(workspace, scopes);
        ObjectNode node = Json.object().put("token", token.secret()).put("token_type", "Bearer");
        node.set("scopes", Json.strings(token.scopes()));
        return Answer.flat(node);
    }

    private static List<String> scopes(Fields fields) {
        List<String> scopes = new ArrayList<>();
        for (JsonNode scope : fields.array("scopes")) {
            if (!scope.isString() || !Scopes.all().contains(scope.stringValue())) {
                throw fields.refuse("scopes", "holds an unknown scope " + scope, "custom");
            }
            scopes.add(scope.stringValue());
        }
        return scopes;
    }

    private static Answer client(Workspace workspace, Fields fields) {
        fields.only("client_id", "client_secret", "redirect_uris", "scopes");
        List<String> redirects = new ArrayList<>();
        if (fields.has("redirect_uris")) {
            fields.array("redirect_uris").forEach(uri -> redirects.add(uri.asString()));
        }
        List<String> scopes = fields.has("scopes") ? scopes(fields) : Scopes.full();
        OAuthClient client = new OAuthClient(fields.text("client_id"), fields.text("client_secret"), redirects, scopes);
        workspace.access().clients().put(client.id(), client);
        return Answer.deleted();
    }

    private static Answer revoke(Workspace workspace, Fields fields) {
        workspace.access().tokens().remove(fields.only("token").text("token"));
        return Answer.deleted();
    }
}
