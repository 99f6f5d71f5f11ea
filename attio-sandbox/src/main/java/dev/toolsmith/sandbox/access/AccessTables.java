package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Table;

/** Members, tokens, OAuth clients and codes. */
public final class AccessTables {
    /** The id of the OAuth client that the sample workspace knows. */
    public static final String FIRST_CLIENT = Ids.named("oauth-client");

    private final Table<Member> members = new Table<>();
    private final Table<Token> tokens = new Table<>();
    private final Table<OAuthClient> clients = new Table<>();
    private final Table<AuthorizationCode> codes = new Table<>();

    /** The members, by id. */
    public Table<Member> members() {
        return members;
    }

    /** The valid tokens, by secret. */
    public Table<Token> tokens() {
        return tokens;
    }

    /** The OAuth clients, by client id. */
    public Table<OAuthClient> clients() {
        return clients;
    }

    /** The codes that have not been exchanged, by code. */
    public Table<AuthorizationCode> codes() {
        return codes;
    }
}
