package dev.toolsmith.sandbox.sample;

import dev.toolsmith.sandbox.access.AccessTables;
import dev.toolsmith.sandbox.access.Member;
import dev.toolsmith.sandbox.access.OAuthClient;
import dev.toolsmith.sandbox.access.Scopes;
import dev.toolsmith.sandbox.access.Tokens;
import dev.toolsmith.sandbox.model.Workspace;
import java.util.List;

/** The members, the API key with all scopes and the OAuth client. */
final class SampleMembers {
    static final String ALICE = "alice@sandbox.example";
    static final String BOB = "bob@sandbox.example";
    static final String CAROL = "carol@sandbox.example";

    private SampleMembers() {}

    static void add(Workspace workspace) {
        member(workspace, "Alice", "Adams", ALICE, "admin");
        member(workspace, "Bob", "Brown", BOB, "member");
        member(workspace, "Carol", "Clark", CAROL, "member");
        member(workspace, "Dave", "Davis", "dave@sandbox.example", "suspended");
        Tokens.ofWorkspace(workspace, Scopes.full());
        OAuthClient client =
                new OAuthClient(AccessTables.FIRST_CLIENT, "sandbox-client-secret", List.of(), Scopes.full());
        workspace.access().clients().put(client.id(), client);
    }

    private static void member(Workspace workspace, String first, String last, String email, String level) {
        String id = workspace.ids().next("member");
        workspace
                .access()
                .members()
                .put(
                        id,
                        new Member(
                                id, first, last, email, level, workspace.clock().tick()));
    }
}
