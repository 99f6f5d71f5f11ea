package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Workspace;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Authorisation by users: the authorise page, tokens, introspection and revocation. */
public final class OAuthEndpoints {
    private final Workspace workspace;

    public OAuthEndpoints(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The answer to a call of an OAuth path; empty for any other path. */
    public Optional<Answer> answer(
            String method, String path, Query query, Supplier<Query> form, Optional<String> authorization) {
        return switch (method + " " + path) {
            case "GET /authorize" -> Optional.of(authorize(query));
            case "POST /oauth/token" -> Optional.of(new TokenEndpoint(workspace).exchange(form.get(), authorization));
            case "POST /oauth/introspect" ->
                Optional.of(new TokenEndpoint(workspace).introspect(form.get(), authorization));
            case "POST /oauth/revoke" -> Optional.of(new TokenEndpoint(workspace).revoke(form.get(), authorization));
            default -> Optional.empty();
        };
    }

    private Answer authorize(Query query) {
        Optional<OAuthClient> client =
                query.find("client_id").flatMap(workspace.access().clients()::find);
        String redirect = query.find("redirect_uri").orElse("");
        if (client.isEmpty() || !client.get().allows(redirect)) {
            return error("invalid_request", "The client or its redirect_uri is not known.");
        }
        String challenge = query.find("code_challenge").orElse(null);
        boolean plain =
                challenge != null && !query.find("code_challenge_method").equals(Optional.of("S256"));
        if (!query.find("response_type").equals(Optional.of("code")) || plain) {
            return back(redirect, query, "error", "invalid_request");
        }
        if (query.find("deny").isPresent()) {
            return back(redirect, query, "error", "access_denied");
        }
        Optional<Member> user = user(query);
        if (user.isEmpty()) {
            return new Answer(200, Map.of(), new Answer.TextPayload("text/html; charset=utf-8", page(query)));
        }
        AuthorizationCode code = new AuthorizationCode(
                workspace.ids().nextSecret("code"),
                client.get().id(),
                redirect,
                user.get().id(),
                challenge);
        workspace.access().codes().put(code.code(), code);
        return back(redirect, query, "code", code.code());
    }

    /** The user of {@code login_hint}, or with {@code auto_approve} the first. */
    private Optional<Member> user(Query query) {
        if (query.find("login_hint").isPresent()) {
            return query.find("login_hint").flatMap(workspace::memberByEmail).filter(member -> !member.isSuspended());
        }
        return workspace.access().members().all().stream()
                .filter(member -> query.flag("auto_approve") && !member.isSuspended())
                .findFirst();
    }

    private static Answer back(String redirect, Query query, String name, String value) {
        String joint = redirect.contains("?") ? "&" : "?";
        String state = query.find("state").map(text -> "&state=" + escape(text)).orElse("");
        return Answer.bare(302, Map.of("Location", redirect + joint + name + "=" + escape(value) + state));
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String page(Query query) {
        StringBuilder page = new StringBuilder(
                "<!doctype html><meta charset=utf-8><title>Sandbox</title>" + "<h1>Who are you?</h1><ul>");
        for (Member member : workspace.access().members().all()) {
            if (!member.isSuspended()) {
                page.append("<li><a href=\"/authorize?");
                for (String name : new String[] {
                    "client_id", "response_type", "redirect_uri", "state", "code_challenge", "code_challenge_method"
                }) {
                    query.find(name)
                            .ifPresent(value -> page.append(name)
                                    .append('=')
                                    .append(escape(value))
                                    .append("&amp;"));
                }
                page.append("login_hint=").append(escape(member.email())).append("\">");
                page.append(member.firstName())
                        .append(' ')
                        .append(member.lastName())
                        .append("</a></li>");
            }
        }
        return page.append("</ul>").toString();
    }

    /** 400, or 401 for {@code invalid_client}, in the form of RFC 6749. */
    static Answer error(String code, String description) {
        int status = code.equals("invalid_client") ? 401 : 400;
        return Answer.json(status, Json.object().put("error", code).put("error_description", description));
    }
}
