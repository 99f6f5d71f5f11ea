package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.tool.ListChanges;

/**
 * A list of which clients are told that it has become another.
 *
 * @param name what capabilities and methods call it, such as {@code tools}
 * @param changes where to hear of it
 */
record ChangingList(String name, ListChanges changes) {

    /** The member of a subscription's filter that asks for its changes (MCP 2026-07-28, Notification Filter). */
    String filter() {
        return name.concat("ListChanged");
    }

    /** The method of the notification of a change. */
    String method() {
        return "notifications/".concat(name).concat("/list_changed");
    }

    /** The notification as the older revisions have it. */
    byte[] notification() {
        return new JsonBytes(96)
                .json("{\"jsonrpc\":\"2.0\",\"method\":")
                .string(method())
                .json("}")
                .toBytes();
    }
}
