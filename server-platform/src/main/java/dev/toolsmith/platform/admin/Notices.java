package dev.toolsmith.platform.admin;

import java.util.Map;

/** What pages say of something that has just been done. Links carry the name only, so that nobody can put words here. */
final class Notices {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("connected", "The account is connected."),
            Map.entry("checked", "The account was checked just now."),
            Map.entry("paused", "Paused. Nothing is sent until it is resumed."),
            Map.entry("resumed", "Resumed."),
            Map.entry("renamed", "The name is changed."),
            Map.entry("authorised", "The new key is in use."),
            Map.entry("connection-deleted", "The connection, its key and its servers are deleted."),
            Map.entry("server-changed", "Saved. The change is in effect."),
            Map.entry("server-deleted", "The server is deleted. Its URL opens nothing any more."),
            Map.entry("token-revoked", "The API token is revoked. It opens nothing any more."),
            Map.entry("signed-out", "You are signed out."));

    private Notices() {}

    static String of(String name) {
        return WORDS.getOrDefault(name, "");
    }
}
