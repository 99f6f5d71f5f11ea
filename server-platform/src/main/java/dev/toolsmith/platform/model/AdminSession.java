package dev.toolsmith.platform.model;

import java.time.Instant;

/**
 * A signed-in administrator's browser. Its cookie is not kept.
 *
 * @param mac what is kept of the cookie: an HMAC in base64url
 * @param administratorId whose it is
 * @param expiresAt from when on it is no good
 */
public record AdminSession(String mac, String administratorId, Instant createdAt, Instant expiresAt) {}
