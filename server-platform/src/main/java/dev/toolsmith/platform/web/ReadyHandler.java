package dev.toolsmith.platform.web;

import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Says whether requests should be sent here, and which part is in the way; to whoever asks, and nothing else. */
final class ReadyHandler extends Handler.Abstract {

    private final Readiness readiness;

    ReadyHandler(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (PlainAnswer.refusesMethod(request, response, callback)) {
            return true;
        }
        Map<String, Boolean> parts = readiness.answers();
        boolean ready = !parts.containsValue(false);
        StringBuilder json =
                new StringBuilder("{\"status\":\"").append(word(ready)).append("\",\"parts\":{");
        String comma = "";
        for (Map.Entry<String, Boolean> part : parts.entrySet()) {
            json.append(comma).append('"').append(part.getKey()).append("\":\"");
            json.append(word(part.getValue())).append('"');
            comma = ",";
        }
        PlainAnswer.write(
                response,
                callback,
                ready ? 200 : 503,
                "application/json",
                json.append("}}\n").toString());
        return true;
    }

    private static String word(boolean well) {
        return well ? "up" : "down";
    }
}
