package dev.toolsmith.platform.model;

import java.time.Instant;

/**
 * Someone who may use the admin pages.
 *
 * @param id {@code adm_} and a random part
 * @param email in lower case
 * @param passwordHash Argon2id, in its PHC form
 */
public record Administrator(String id, String email, String passwordHash, Instant createdAt) {}
