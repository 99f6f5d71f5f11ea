package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Workspace;
import java.util.List;
import java.util.Set;

/** Makes tokens. */
public final class Tokens {
    private Tokens() {}

    /** A new API key of the workspace. */
    public static Token ofWorkspace(Workspace workspace, List<String> scopes) {
        String id = workspace.ids().next("api-token");
        String maker = workspace.access().members().all().get(0).id();
        return put(
                workspace,
                new Token(
                        id,
                        workspace.ids().nextSecret("api-token"),
                        Set.copyOf(scopes),
                        id,
                        null,
                        maker,
                        workspace.clock().now()));
    }

    /** A new token of a user for an OAuth client. */
    public static Token ofUser(Workspace workspace, Member user, List<String> scopes, String clientId) {
        return put(
                workspace,
                new Token(
                        workspace.ids().next("user-token"),
                        workspace.ids().nextSecret("user-token"),
                        Set.copyOf(scopes),
                        clientId,
                        user.id(),
                        user.id(),
                        workspace.clock().now()));
    }

    private static Token put(Workspace workspace, Token token) {
        return workspace.access().tokens().put(token.secret(), token);
    }
}
