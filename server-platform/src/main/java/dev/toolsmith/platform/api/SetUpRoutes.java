package dev.toolsmith.platform.api;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.model.Actor;
import dev.toolsmith.platform.model.Administrator;
import dev.toolsmith.platform.model.ApiToken.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What needs no API token: the first administrator, and the API's description. */
final class SetUpRoutes {

    private static final int LONGEST = 1024;

    private SetUpRoutes() {}

    static List<Route> of(ManagementApi.Parts parts) {
        ApiDocument document = new ApiDocument();
        return List.of(
                Route.open(
                        "GET", "/api/v1/openapi.json", call -> Reply.bytes(200, "application/json", document.json())),
                Route.open("POST", "/api/v1/setup", call -> setUp(parts, call)));
    }

    private static Reply setUp(ManagementApi.Parts parts, ApiCall call) {
        Fields body = Fields.of(call.body(), "code", "email", "password");
        String code = body.secret("code", LONGEST);
        String email = body.text("email", LONGEST);
        String password = body.secret("password", LONGEST);
        body.check();
        String address = call.actor().address();
        Administrator administrator = parts.administrators().setUp(code, email, password, address);
        ApiTokens.Issued token = parts.tokens()
                .create(
                        new Actor(administrator.id(), address),
                        "Made at setup",
                        Set.of(Permission.MANAGE, Permission.METRICS),
                        Optional.empty(),
                        Optional.empty());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("administrator").put("id", administrator.id()).put("email", administrator.email());
        return Reply.json(201, answer.put("api_token", token.secret()));
    }
}
