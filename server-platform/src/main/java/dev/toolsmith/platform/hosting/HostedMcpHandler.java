package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.audit.AuditEvent;
import dev.toolsmith.platform.audit.AuditEvent.Invocation;
import dev.toolsmith.platform.audit.AuditEvent.Outcome;
import dev.toolsmith.platform.limits.FailureLimit;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.runtime.protocol.ProtocolKernel;
import dev.toolsmith.runtime.tool.CallOrigin;
import dev.toolsmith.runtime.transport.http.Admission;
import dev.toolsmith.runtime.transport.http.CrossOrigin;
import dev.toolsmith.runtime.transport.http.McpExchange;
import dev.toolsmith.runtime.transport.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes messages for hosted servers, at {@code /mcp/} and a server's token. */
public final class HostedMcpHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(HostedMcpHandler.class);
    /** The request attribute that tells the access log which server a request was for. */
    private static final String SERVER = "dev.toolsmith.server";

    private static final String PREFIX = "/mcp/";

    private final HostedCalls calls;
    private final Door door;
    private final Admission admission;
    private final CrossOrigin crossOrigin;
    private final ProtocolKernel refusing;
    private final byte[] batchWithheld;
    private final FailureLimit failures = new FailureLimit();
    private final KnownClients clients = new KnownClients();
    private final OpenStreams streams;

    /**
     * A handler of all servers.
     *
     * @param admission which hosts and origins are let in
     */
    public HostedMcpHandler(HostedCalls calls, Tokens tokens, Admission admission) {
        CallParts parts = calls.parts();
        this.calls = calls;
        this.streams = new OpenStreams(parts);
        this.door = new Door(parts.servers(), tokens, parts.apiTokens(), parts.clock());
        this.admission = admission;
        this.crossOrigin = new CrossOrigin(admission);
        this.refusing = calls.refusing();
        this.batchWithheld = refusing.refused("This server was closed or changed while the batch was under way, so its"
                        + " results are withheld. What it asked for may have been done: look before you send it again.")
                .body();
    }

    /** What is known of the accounts that are called, which has to be closed before what sends calls is. */
    public HostedAccounts accounts() {
        return calls.accounts();
    }

    /** The streams of clients that listen, which have to be closed before this stops. */
    public OpenStreams streams() {
        return streams;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        if (crossOrigin.answers(request, response, callback)) {
            return true;
        }
        McpExchange turnedAway = new McpExchange(refusing, request, response, callback);
        Optional<Refusal> misplaced = admission.checkPlace(request);
        if (misplaced.isPresent()) {
            refuse(turnedAway, misplaced.get());
            return true;
        }
        String address = Request.getRemoteAddr(request);
        Door.Decision decision = door.knock(token(request), authorizations(request), address);
        if (decision instanceof Door.Shut shut) {
            shutOut(turnedAway, shut, address);
        } else if (decision instanceof Door.Open open) {
            letIn(open.access(), turnedAway, request, response, callback);
        }
        return true;
    }

    /** What stands after the prefix, as it was sent: an encoded token is none. */
    private static String token(Request request) {
        String path = request.getHttpURI().getPath();
        return path != null && path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
    }

    private static List<String> authorizations(Request request) {
        return request.getHeaders().stream()
                .filter(field -> field.getHeader() == HttpHeader.AUTHORIZATION)
                .map(field -> field.getValue() == null ? "" : field.getValue())
                .toList();
    }

    private void letIn(Access access, McpExchange turnedAway, Request request, Response response, Callback callback) {
        request.setAttribute(SERVER, access.subject().serverId());
        Optional<Refusal> malformed = admission.checkForm(request);
        if (malformed.isPresent()) {
            refuse(turnedAway, malformed.get());
            return;
        }
        String userAgent = header(request, "User-Agent");
        String run = CallFacts.cut(header(request, "Agent-Run-Id"));
        CallOrigin said = clients.known(access, userAgent);
        CallOrigin known =
                run.isEmpty() ? said : new CallOrigin(said.clientName(), said.clientVersion(), run, said.trace());
        AnswerGate gate =
                new AnswerGate(request, response, calls.parts(), access, calls.offeredTo(access), batchWithheld);
        new McpExchange(calls.kernelFor(access), request, gate, callback, streams.of(access))
                .answer(known, introduced -> clients.introduced(access, userAgent, introduced));
    }

    private static String header(Request request, String name) {
        String value = request.getHeaders().get(name);
        return value == null ? "" : value;
    }

    private void shutOut(McpExchange exchange, Door.Shut shut, String address) {
        OptionalLong wait = failures.failed(address);
        if (wait.isPresent()) {
            String seconds = Long.toString(wait.getAsLong());
            refuse(exchange, new Refusal(429, "Too many refused requests. Wait.", "Retry-After", seconds));
            return;
        }
        shut.access().ifPresent(access -> record(access, shut.reason()));
        refuse(exchange, shut.refusal());
    }

    private void refuse(McpExchange exchange, Refusal refusal) {
        calls.parts().observer().turnedAway(refusal.status());
        exchange.refuse(refusal);
    }

    /** Nobody waits for it, so that the time it takes tells nothing. */
    private void record(Access access, String reason) {
        AuditEvent event = new AuditEvent(
                calls.parts().clock().instant(),
                AuditEvent.ACCESS_REFUSED,
                access.subject(),
                Invocation.NONE,
                Outcome.refused(reason, 0),
                Map.of());
        CompletableFuture<?> unused = calls.parts()
                .store()
                .write(change -> {
                    change.append(event);
                    return true;
                })
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("A refused access could not be recorded");
                    }
                });
    }
}
