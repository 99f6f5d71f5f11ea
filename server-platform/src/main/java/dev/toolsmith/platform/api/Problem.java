package dev.toolsmith.platform.api;

import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes refusals as RFC 9457 has them. */
final class Problem {

    private static final String TYPE = "urn:toolsmith:problem:";

    private Problem() {}

    /**
     * The answer that tells of a refusal.
     *
     * @param path the path that was asked for; empty when it is none of ours
     * @param correlationId names the request in the log
     */
    static Reply of(Refused refused, String path, String correlationId) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", TYPE + refused.code());
        body.put("title", HttpStatus.getMessage(refused.status()));
        body.put("status", refused.status());
        body.put("detail", refused.detail());
        if (!path.isEmpty()) {
            body.put("instance", path);
        }
        body.put("code", refused.code());
        body.put("correlation_id", correlationId);
        if (!refused.faults().isEmpty()) {
            ArrayNode errors = body.putArray("errors");
            for (Fault fault : refused.faults()) {
                errors.addObject()
                        .put("pointer", fault.pointer())
                        .put("code", fault.code())
                        .put("detail", fault.detail());
            }
        }
        Reply reply = Reply.problem(refused.status(), body);
        refused.headers().forEach(reply::with);
        return reply;
    }
}
