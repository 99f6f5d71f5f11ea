package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.Limits;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.Callback;

/** Lets through to a handler that is not ours only what the admission lets in, and of a body no more than a message has. */
final class AdmittingHandler extends Handler.Wrapper {

    private final Admission admission;
    private final CrossOrigin crossOrigin;

    AdmittingHandler(Admission admission, Handler inner) {
        super(limiting(inner));
        this.admission = admission;
        this.crossOrigin = new CrossOrigin(admission);
    }

    private static Handler limiting(Handler inner) {
        SizeLimitHandler limiting = new SizeLimitHandler(Limits.MESSAGE_BYTES, -1);
        limiting.setHandler(inner);
        return limiting;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (crossOrigin.answers(request, response, callback)) {
            return true;
        }
        Optional<Refusal> refusal = admission.checkSender(request).or(() -> admission.checkForm(request));
        if (refusal.isEmpty()) {
            return super.handle(request, response, callback);
        }
        if (!refusal.get().header().isEmpty()) {
            response.getHeaders().put(refusal.get().header(), refusal.get().headerValue());
        }
        Response.writeError(request, response, callback, refusal.get().status());
        return true;
    }
}
