package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.SignedIn;
import dev.toolsmith.platform.model.Actor;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * One request of a browser.
 *
 * @param path the path's variable parts by their order
 * @param query what stands behind the path's question mark
 * @param form what was filled in; empty for a request that only reads
 * @param session who is signed in
 * @param address the network address that it came from
 */
record Visit(List<String> path, Fields query, Fields form, Optional<SignedIn> session, String address) {

    /** The same, with a form. */
    Visit with(Fields filled) {
        return new Visit(path, query, filled, session, address);
    }

    /** What was filled in, without blanks around it; empty when it was not. */
    String field(String name) {
        return text(form, name).strip();
    }

    /** What was filled in, as it is: blanks belong to a password. */
    String rawField(String name) {
        return text(form, name);
    }

    /** Every value of a field, such as the boxes that were ticked. */
    List<String> fields(String name) {
        return form.getValuesOrEmpty(name);
    }

    /** Whether a box was ticked. */
    boolean isTicked(String name) {
        return !text(form, name).isEmpty();
    }

    /** A value behind the question mark; empty for none. */
    String asked(String name) {
        return text(query, name).strip();
    }

    /** Who does what the request asks for. */
    Actor actor() {
        return session.map(signedIn -> new Actor(signedIn.administrator().id(), address))
                .orElseThrow(() -> new IllegalStateException("Nobody is signed in."));
    }

    private static String text(Fields fields, String name) {
        @Nullable String value = fields.getValue(name);
        return value == null ? "" : value;
    }
}
