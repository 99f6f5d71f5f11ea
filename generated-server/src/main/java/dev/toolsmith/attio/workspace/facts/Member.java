package dev.toolsmith.attio.workspace.facts;

/**
 * A member of the workspace.
 *
 * @param id the UUID
 * @param email the e-mail address
 * @param name first and last name
 */
public record Member(String id, String email, String name) {}
