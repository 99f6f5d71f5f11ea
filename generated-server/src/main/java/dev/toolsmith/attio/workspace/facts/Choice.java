package dev.toolsmith.attio.workspace.facts;

/**
 * An option of a select attribute, or a status.
 *
 * @param id the UUID
 * @param title the title, which Attio matches exactly
 * @param archived whether it is out of use
 */
public record Choice(String id, String title, boolean archived) {}
