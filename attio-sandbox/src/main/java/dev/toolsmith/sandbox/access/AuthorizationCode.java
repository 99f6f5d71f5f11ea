package dev.toolsmith.sandbox.access;

import org.jspecify.annotations.Nullable;

/**
 * A code that is to be exchanged for a token once.
 *
 * @param code the code
 * @param clientId for whom
 * @param redirectUri where it was sent
 * @param memberId who authorised
 * @param challenge the S256 challenge; null when none was given
 */
public record AuthorizationCode(
        String code,
        String clientId,
        String redirectUri,
        String memberId,
        @Nullable String challenge) {}
