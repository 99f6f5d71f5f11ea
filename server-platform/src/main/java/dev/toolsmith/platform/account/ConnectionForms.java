package dev.toolsmith.platform.account;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.platform.model.ConnectionState;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a connection looks like after a change. */
record ConnectionForms(Clock clock) {

    private Connection form(
            Connection now,
            String name,
            String workspaceId,
            String workspaceName,
            Optional<List<String>> scopes,
            String hint) {
        return new Connection(
                now.id(),
                now.app(),
                name,
                now.state(),
                now.stateReason(),
                workspaceId,
                workspaceName,
                scopes,
                hint,
                now.createdBy(),
                now.createdAt(),
                clock.instant());
    }

    /** The same, with what the API said of the account. */
    Connection told(Connection now, AccountAnswer answer) {
        return form(
                now,
                now.name(),
                answer.workspaceId().orElse(now.workspaceId()),
                answer.workspaceName().orElse(now.workspaceName()),
                answer.scopes(),
                now.credentialHint());
    }

    Connection renamed(Connection now, String name) {
        return form(now, name, now.workspaceId(), now.workspaceName(), now.scopes(), now.credentialHint());
    }

    Connection hinted(Connection now, String hint) {
        return form(now, now.name(), now.workspaceId(), now.workspaceName(), now.scopes(), hint);
    }

    /** After the API has accepted the credential; one that is paused stays so. */
    Connection checked(Connection now, AccountAnswer answer) {
        Connection told = told(now, answer);
        return now.state() == ConnectionState.PAUSED ? told : active(told);
    }

    Connection active(Connection now) {
        return now.inState(ConnectionState.ACTIVE, "", clock.instant());
    }

    Connection paused(Connection now) {
        return now.inState(ConnectionState.PAUSED, "An operator has paused it.", clock.instant());
    }

    Connection revoked(Connection now) {
        return now.inState(
                ConnectionState.REVOKED,
                "The API says that the credential is no good. Authorise the connection again.",
                clock.instant());
    }

    Connection suspect(Connection now, boolean saidGood) {
        String reason = saidGood
                ? "The API refused a call for its credential, and says that the credential is good."
                : "The API refused a call for its credential, and could not be asked about it.";
        return now.inState(ConnectionState.SUSPECT, reason, clock.instant());
    }
}
