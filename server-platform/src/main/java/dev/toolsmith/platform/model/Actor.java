package dev.toolsmith.platform.model;

/**
 * Who changes something.
 *
 * @param id an administrator's or an API token's id, or {@code system}
 * @param address the network address that the change came from; empty for none
 */
public record Actor(String id, String address) {

    /** The platform itself. */
    public static final Actor SYSTEM = new Actor("system", "");
}
