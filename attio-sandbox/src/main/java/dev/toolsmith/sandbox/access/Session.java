package dev.toolsmith.sandbox.access;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.schema.ListType;
import dev.toolsmith.sandbox.wire.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls: the bearer of a token, or nobody for the calls that need none. */
public final class Session {
    private final @Nullable Token token;

    public Session(@Nullable Token token) {
        this.token = token;
    }

    /** The token presented, when it is a valid one. */
    public Optional<Token> token() {
        return Optional.ofNullable(token);
    }

    /** Refuses a token without a scope. */
    public void require(String scope) {
        if (token == null || !Scopes.allow(token.scopes(), scope)) {
            throw Refusal.forbidden("The token lacks the scope " + scope + ".");
        }
    }

    /** Who acts. */
    public Actor actor() {
        return token == null ? Actor.system() : token.actor();
    }

    /** Whether the caller may see a list; an API key sees all. */
    public boolean sees(ListType list) {
        return access(list).isPresent();
    }

    /** Refuses a caller who may see a list but not change its entries. */
    public void requireWrite(ListType list) {
        if (access(list).filter(level -> !level.equals("read-only")).isEmpty()) {
            throw Refusal.forbidden("You may read the list " + list.slug() + " but not change its entries.");
        }
    }

    /** Refuses a caller who may not change the list itself. */
    public void requireFull(ListType list) {
        if (access(list).filter("full-access"::equals).isEmpty()) {
            throw Refusal.forbidden("You may not change the list " + list.slug() + ".");
        }
    }

    private Optional<String> access(ListType list) {
        Token held = token;
        String member = held == null ? null : held.memberId();
        return member == null ? Optional.of("full-access") : list.accessOf(member);
    }
}
