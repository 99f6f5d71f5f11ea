package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.access.Member;
import dev.toolsmith.sandbox.access.Token;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.util.List;

/** Workspace members and the token itself. */
final class MemberOperations {
    private static final String READ = "user_management:read";

    private MemberOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/workspace_members", MemberOperations::list, READ),
                Route.of("GET", "/v2/workspace_members/{workspace_member_id}", MemberOperations::get, READ),
                Route.of("GET", "/v2/self", MemberOperations::self));
    }

    private static Answer list(Call call) {
        return Answer.data(call.workspace().access().members().all().stream()
                .map(Member::json)
                .toList());
    }

    private static Answer get(Call call) {
        String id = call.uuid("workspace_member_id");
        return Answer.data(call.workspace()
                .member(id)
                .map(Member::json)
                .orElseThrow(() -> Refusal.notFound("There is no workspace member " + id + ".")));
    }

    private static Answer self(Call call) {
        return Answer.flat(call.session()
                .token()
                .map(Token::json)
                .orElseGet(() -> Json.object().put("active", false)));
    }
}
