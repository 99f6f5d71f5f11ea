package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.account.Account;
import dev.toolsmith.runtime.bundle.BundleManifest;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.Scopes;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.schema.ArgumentSchemas;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import dev.toolsmith.runtime.tool.ToolCall;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.request.HttpCall;
import dev.toolsmith.runtime.upstream.request.RefusedArgument;
import dev.toolsmith.runtime.upstream.request.RequestBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A call from its bytes to its result: validate, page, build, send, shape. */
final class CallPipeline {

    /** An API that this server calls. */
    private record Api(
            RequestBuilder builder, SchemeChoice schemes, AuthenticatedSender sender, CredentialSupplier credential) {

        /** By what a call authenticates; empty when its credential does not do. */
        Optional<List<SchemeUse>> usesOf(CallTerms terms) {
            BundledTool tool = terms.tool();
            boolean open = tool.auth().isEmpty() && !tool.manifest().security().isEmpty();
            return schemes.of(
                    tool,
                    open
                            ? Optional.empty()
                            : terms.credential().orElse(credential).credential().map(GivenCredential::of));
        }
    }

    private final UpstreamSettings settings;
    private final UpstreamClient client;
    private final ArgumentSchemas schemas = new ArgumentSchemas();
    private final Map<String, Api> apis = new ConcurrentHashMap<>();
    private final AccessTokens tokens;
    private final AnswerReader answers;
    private final AnswerReader wholeAnswers;
    private final List<CallStep> innermostFirst;

    CallPipeline(UpstreamSettings settings, UpstreamClient client) {
        this.settings = settings;
        this.client = client;
        this.tokens = new AccessTokens(client, settings.userAgent());
        RateLimits rateLimits = new RateLimits(Clock.systemUTC());
        this.answers = new AnswerReader(rateLimits, settings.limits().maxResultBytes());
        this.wholeAnswers = new AnswerReader(rateLimits, settings.limits().maxAnswerBytes());
        List<CallStep> steps = new ArrayList<>(settings.steps());
        Collections.reverse(steps);
        this.innermostFirst = List.copyOf(steps);
    }

    CompletableFuture<ToolResult> call(ToolCall call, CallTerms terms) {
        BundledTool tool = terms.tool();
        try {
            ObjectNode arguments = parsed(call.arguments());
            Optional<String> problems = schemas.of(tool).problemsOf(arguments);
            if (problems.isPresent()) {
                return done(Failures.refused("invalid_arguments", problems.get()));
            }
            Optional<Account> account = terms.account().filter(known -> known.concerns(tool));
            CompletableFuture<ToolResult> result = account.isPresent()
                    ? checked(call, terms, arguments, account.get())
                    : accepted(
                            call,
                            terms,
                            arguments,
                            Page.of(settings, terms, arguments),
                            ResultShape.of(settings.form(), terms, arguments),
                            answers);
            return result.thenCompose(came -> withScopes(came, terms, arguments));
        } catch (RefusedArgument e) {
            return done(Failures.refused("refused_arguments", e.reason()));
        }
    }

    /** A refusal for want of a permission says which is missing, where the account tells what it has. */
    private static CompletableFuture<ToolResult> withScopes(ToolResult result, CallTerms terms, ObjectNode arguments) {
        if (!result.code().equals(Failures.FORBIDDEN) || terms.account().isEmpty()) {
            return done(result);
        }
        String value = terms.tool()
                .scopesBy()
                .map(by -> arguments.path(by.argument()).asString(""))
                .orElse("");
        return terms.account()
                .get()
                .grantedScopes()
                .thenApply(granted -> granted.map(
                                scopes -> Failures.lacking(result, Scopes.of(terms.tool(), value), scopes))
                        .orElse(result));
    }

    /** A call for the server itself, of which the whole answer is wanted. */
    CompletableFuture<ToolResult> read(ToolCall call, CallTerms terms) {
        return accepted(call, terms, parsed(call.arguments()), Optional.empty(), ResultShape.WHOLE, wholeAnswers);
    }

    private CompletableFuture<ToolResult> checked(ToolCall call, CallTerms terms, ObjectNode given, Account account) {
        return account.check(terms.tool(), given)
                .thenCompose(check -> check.refusal()
                        .map(why -> done(Failures.refused(
                                "invalid_arguments", terms.names().told(why))))
                        .orElseGet(() -> sent(call, terms, check.arguments())
                                .thenCompose(result -> account.after(terms.tool(), given, check.arguments(), result))
                                .thenApply(result -> result.isError() ? told(result, terms) : result))
                        .thenApply(check::told));
    }

    private static ToolResult told(ToolResult failure, CallTerms terms) {
        String words = new String(failure.text(), StandardCharsets.UTF_8);
        return failure.withText(terms.names().told(words).getBytes(StandardCharsets.UTF_8));
    }

    private CompletableFuture<ToolResult> sent(ToolCall call, CallTerms terms, ObjectNode arguments) {
        try {
            return accepted(
                    call,
                    terms,
                    arguments,
                    Page.of(settings, terms, arguments),
                    ResultShape.of(settings.form(), terms, arguments),
                    answers);
        } catch (RefusedArgument e) {
            return done(Failures.refused("refused_arguments", e.reason()));
        }
    }

    private CompletableFuture<ToolResult> accepted(
            ToolCall call,
            CallTerms terms,
            ObjectNode arguments,
            Optional<Page> page,
            ResultShape shape,
            AnswerReader reader) {
        BundledTool tool = terms.tool();
        ToolArguments forApi = new ToolArguments(page.map(Page::arguments).orElse(arguments));
        ApiRequest request = tool.bundle().tool(tool.name()).toRequest(forApi);
        Api api = apis.computeIfAbsent(tool.manifest().app(), app -> newApi(tool.manifest()));
        Optional<List<SchemeUse>> uses = api.usesOf(terms);
        if (uses.isEmpty()) {
            return done(new Failures(tool, settings.limits(), terms.names()).missingCredential());
        }
        HttpCall http = api.builder().build(request, forApi, tool.descriptor().reads());
        return throughSteps(
                new PreparedCall(call, tool, arguments, request),
                terms.step(),
                () -> send(api, http, call, terms, uses.get(), new Reading(reader, page, shape, arguments)));
    }

    void warmUp(BundleTools tools) {
        client.warmUp(settings.endpoints().values().stream()
                .anyMatch(endpoint -> endpoint.baseUrl().getScheme().equals("https")));
        tools.tools().stream()
                .findFirst()
                .flatMap(tool -> tools.find(tool.name()))
                .ifPresent(tool -> {
                    schemas.of(tool).problemsOf(JsonNodeFactory.instance.objectNode());
                    JsonCompactor.compact("{}".getBytes(StandardCharsets.UTF_8), Optional.empty(), Optional.empty());
                });
    }

    private static ObjectNode parsed(byte[] arguments) {
        try {
            JsonNode tree = JsonTree.read(arguments);
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new RefusedArgument("The arguments are not valid JSON. Send one JSON object. Nothing was sent.");
        }
        throw new RefusedArgument("The arguments are not an object. Send one JSON object. Nothing was sent.");
    }

    private CompletableFuture<ToolResult> throughSteps(
            PreparedCall call, CallStep own, Supplier<CompletableFuture<ToolResult>> send) {
        Supplier<CompletableFuture<ToolResult>> rest = () -> own.around(call, send);
        for (CallStep step : innermostFirst) {
            Supplier<CompletableFuture<ToolResult>> inner = rest;
            rest = () -> step.around(call, inner);
        }
        return rest.get();
    }

    private CompletableFuture<ToolResult> send(
            Api api, HttpCall http, ToolCall call, CallTerms terms, List<SchemeUse> uses, Reading reading) {
        Failures failures = new Failures(terms.tool(), settings.limits(), terms.names());
        Arrival arrival = Arrival.to(call.client(), terms.tool().manifest().title());
        return api.sender()
                .send(http, uses, call.cancelled(), terms.maySend(), arrival)
                .thenCompose(answered -> reading.of(answered, terms, failures))
                .exceptionally(failure -> {
                    Throwable cause = Failures.cause(failure);
                    if (cause instanceof UpstreamFailure known) {
                        return failures.of(known);
                    }
                    if (cause instanceof TokenFailure known) {
                        return failures.of(known);
                    }
                    throw new IllegalStateException("An exchange failed in an unknown way", cause);
                });
    }

    private Api newApi(BundleManifest manifest) {
        ApiEndpoint endpoint = settings.endpoints().get(manifest.app());
        if (endpoint == null) {
            throw new IllegalStateException("No base URL and credential are set for the app " + manifest.app());
        }
        Sender sender = new Sender(client, endpoint.baseUrl(), settings.userAgent(), client.limits());
        return new Api(
                new RequestBuilder(endpoint.baseUrl().getRawPath()),
                new SchemeChoice(endpoint.tokenUrl().isPresent()),
                new AuthenticatedSender(sender, tokens, endpoint, client.limits()),
                endpoint.credential());
    }

    private static CompletableFuture<ToolResult> done(ToolResult result) {
        return CompletableFuture.completedFuture(result);
    }
}
