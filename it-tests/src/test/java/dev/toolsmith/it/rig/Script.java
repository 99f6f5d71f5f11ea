package dev.toolsmith.it.rig;

import java.util.Map;

/** What the stub answers to which request. */
@FunctionalInterface
interface Script {

    /** The answer to one request. */
    Reply to(Arrival arrival);

    /** Everything is well. */
    static Script allWell() {
        return calls(Replies.echo());
    }

    /** The same answer to every call, while accounts can be connected. */
    static Script calls(Reply reply) {
        return arrival -> arrival.asksForSelf() ? Replies.self() : reply;
    }

    /** An answer to every call of one workspace; all others are well. */
    static Script ofWorkspaces(Map<Integer, Reply> replies) {
        return arrival -> arrival.asksForSelf()
                ? Replies.self()
                : replies.getOrDefault(Workspace.of(arrival.credential()), Replies.echo());
    }
}
