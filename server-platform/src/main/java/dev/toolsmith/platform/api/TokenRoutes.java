package dev.toolsmith.platform.api;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.model.ApiToken;
import dev.toolsmith.platform.model.ApiToken.Permission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** API tokens. */
final class TokenRoutes {

    private static final String ALL = "/api/v1/tokens";
    private static final int LONGEST_NAME = 100;
    private static final List<String> PERMISSIONS = List.of("manage", "call", "metrics");
    private static final Pages.Form<ApiToken> FORM =
            new Pages.Form<>("tokens", ApiToken::createdAt, ApiToken::id, TokenRoutes::json);

    private final ApiTokens tokens;
    private final Pages pages;

    TokenRoutes(ManagementApi.Parts parts, Pages pages) {
        this.tokens = parts.tokens();
        this.pages = pages;
    }

    List<Route> all() {
        return List.of(
                Route.of("GET", ALL, call -> pages.of(tokens.all(), FORM, call)).knowing(Pages.PARAMETERS),
                Route.of("POST", ALL, this::create),
                Route.of("DELETE", ALL + "/{tokenId}", this::revoke));
    }

    private Reply create(ApiCall call) {
        Fields body = Fields.of(call.body(), "name", "permissions", "server_id", "expires_at");
        String name = body.text("name", LONGEST_NAME);
        Set<Permission> permissions = permissions(body);
        Optional<String> serverId = body.textOrNull("server_id", LONGEST_NAME);
        Optional<Instant> expiresAt = body.time("expires_at");
        body.check();
        ApiTokens.Issued issued = tokens.create(call.actor(), name, permissions, serverId, expiresAt);
        return Reply.json(201, json(issued.token()).put("token", issued.secret()));
    }

    private static Set<Permission> permissions(Fields body) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        Optional<List<String>> given = body.texts("permissions");
        if (given.isEmpty()) {
            body.fault("permissions", "required", "\"permissions\" is missing.");
            return permissions;
        }
        for (String name : given.get()) {
            if (PERMISSIONS.contains(name)) {
                permissions.add(Permission.valueOf(name.toUpperCase(Locale.ROOT)));
            } else {
                body.fault(
                        "permissions", "unknown_permission", "Permissions are " + String.join(", ", PERMISSIONS) + ".");
            }
        }
        return permissions;
    }

    private Reply revoke(ApiCall call) {
        tokens.revoke(call.actor(), call.slot("tokenId"));
        return Reply.done();
    }

    private static ObjectNode json(ApiToken token) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", token.id());
        json.put("name", token.name());
        json.put("hint", token.hint());
        Texts.put(
                json,
                "permissions",
                token.permissions().stream()
                        .map(permission -> permission.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
        Texts.putOrNull(json, "server_id", token.serverId());
        json.put("created_by", token.createdBy());
        json.put("created_at", Times.write(token.createdAt()));
        Texts.putOrNull(json, "expires_at", token.expiresAt().map(Times::write));
        return json;
    }
}
