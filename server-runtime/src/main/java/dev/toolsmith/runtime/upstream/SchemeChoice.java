package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.SecurityScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Picks by which schemes a call authenticates: those of the first alternative that the credential serves with what is
 * meant for them, else of the first that it serves with the one text that is meant for every scheme. That text serves one
 * scheme of an alternative only: it cannot be two keys at once.
 *
 * @param endpointTakesClients whether a place is set where clients get tokens, for schemes that name none
 */
record SchemeChoice(boolean endpointTakesClients) {

    /** What a call is sent with where its description names no scheme at all and there is a credential. */
    private static final SecurityScheme BEARER = new SecurityScheme("bearer", "http", "bearer", "", "", "");

    /** The schemes to use together; empty when none can be met, or what was given cannot travel so. */
    Optional<List<SchemeUse>> of(BundledTool tool, Optional<GivenCredential> given) {
        if (tool.manifest().security().isEmpty()) {
            return Optional.of(given.flatMap(credential -> used(List.of(BEARER), credential, true))
                    .orElse(List.of()));
        }
        if (tool.auth().isEmpty()) {
            return Optional.of(List.of());
        }
        Optional<List<SchemeUse>> none =
                tool.auth().contains(List.<String>of()) ? Optional.of(List.of()) : Optional.empty();
        return given.flatMap(credential -> firstOf(tool, credential, false).or(() -> firstOf(tool, credential, true)))
                .or(() -> none);
    }

    private Optional<List<SchemeUse>> firstOf(BundledTool tool, GivenCredential given, boolean anyToo) {
        CredentialVariables schemes = CredentialVariables.of(tool.manifest());
        for (List<String> names : tool.auth()) {
            Optional<List<SchemeUse>> uses = names.isEmpty()
                    ? Optional.empty()
                    : schemes.schemes(names).flatMap(all -> used(all, given, anyToo));
            if (uses.isPresent()) {
                return uses;
            }
        }
        return Optional.empty();
    }

    private Optional<List<SchemeUse>> used(List<SecurityScheme> schemes, GivenCredential given, boolean anyToo) {
        List<SchemeUse> uses = new ArrayList<>();
        boolean anyIsFree = anyToo;
        for (SecurityScheme scheme : schemes) {
            Optional<GivenCredential.Key> key = given.own(scheme, takesClient(scheme));
            if (key.isEmpty() && anyIsFree) {
                key = given.any();
                anyIsFree = false;
            }
            Optional<SchemeUse> use =
                    key.map(found -> new SchemeUse(scheme, found)).filter(SchemeUse::canTravel);
            if (use.isEmpty()) {
                return Optional.empty();
            }
            uses.add(use.get());
        }
        return Optional.of(List.copyOf(uses));
    }

    private boolean takesClient(SecurityScheme scheme) {
        return !scheme.isBasic()
                && !scheme.isKey()
                && (endpointTakesClients || !scheme.tokenUrl().isEmpty());
    }
}
