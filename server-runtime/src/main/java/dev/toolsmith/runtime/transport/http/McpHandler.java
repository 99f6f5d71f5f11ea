package dev.toolsmith.runtime.transport.http;

import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.tool.CallOrigin;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The MCP endpoint of a server for one account. */
final class McpHandler extends Handler.Abstract {

    private final ProtocolKernel kernel;
    private final Admission admission;
    private final CrossOrigin crossOrigin;
    private final EventStreams streams;

    McpHandler(ProtocolKernel kernel, Admission admission, EventStreams streams) {
        this.kernel = kernel;
        this.streams = streams;
        this.crossOrigin = new CrossOrigin(admission);
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (crossOrigin.answers(request, response, callback)) {
            return true;
        }
        Streaming streaming = new Streaming(streams, StreamPeer.of(request), opened -> {}, true);
        McpExchange exchange = new McpExchange(kernel, request, response, callback, streaming);
        Optional<Refusal> refusal = admission.checkSender(request).or(() -> admission.checkForm(request));
        if (refusal.isPresent()) {
            exchange.refuse(refusal.get());
        } else {
            exchange.answer(CallOrigin.UNKNOWN, introduced -> {});
        }
        return true;
    }
}
