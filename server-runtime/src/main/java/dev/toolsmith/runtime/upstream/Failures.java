package dev.toolsmith.runtime.upstream;

import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.Scopes;
import dev.toolsmith.runtime.json.JsonTree;
import dev.toolsmith.runtime.text.ShortText;
import dev.toolsmith.runtime.tool.RateLimit;
import dev.toolsmith.runtime.tool.ToolResult;
import dev.toolsmith.runtime.upstream.UpstreamFailure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Words failures for a model: what happened, whether anything was done, and what to do next. */
final class Failures {

    /** The member of {@code _meta} that holds a failure's details for machines. */
    static final String META = "dev.toolsmith/error";

    /** The code of a result that the API refused for want of a permission. */
    static final String FORBIDDEN = "forbidden";

    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final BundledTool tool;
    private final UpstreamLimits limits;
    private final OfferedNames names;
    private final String api;

    Failures(BundledTool tool, UpstreamLimits limits, OfferedNames names) {
        this.tool = tool;
        this.limits = limits;
        this.names = names;
        String title = ShortText.of(tool.manifest().title(), 60);
        this.api = title.isEmpty() ? "The API" : title;
    }

    /** A failure before anything was sent. */
    static ToolResult refused(String code, String message) {
        return failure(code, message, JsonNodeFactory.instance.objectNode(), Optional.empty());
    }

    ToolResult of(UpstreamFailure failure) {
        return switch (failure.reason()) {
            case UNREACHABLE ->
                plain("upstream_unreachable", api + " could not be reached. Nothing was sent. Try again later.");
            case UNTRUSTED ->
                plain(
                        "upstream_untrusted",
                        "No secure connection to " + api + " came about. Nothing was sent."
                                + " Tell the operator of this server to check the API's certificate.");
            case TIMEOUT ->
                plain(
                        "upstream_timeout",
                        api + " did not answer within " + limits.deadline().toSeconds() + " s."
                                + outcome(failure.sent()));
            case INCOMPLETE ->
                plain(
                        "upstream_incomplete",
                        "The connection to " + api + " broke before its answer was complete."
                                + outcome(failure.sent()));
            case TOO_LARGE ->
                plain(
                        "upstream_too_large",
                        "The answer of " + api + " is larger than " + limits.maxAnswerBytes() + " bytes. "
                                + narrower());
            case INVALID -> invalid();
            case BUSY -> plain("server_busy", "Too much is under way at this moment." + outcome(failure.sent()));
            case STOPPED ->
                plain(
                        CallTerms.STOPPED,
                        "The call was stopped, because it is not allowed any more."
                                + (tool.descriptor().reads() ? " Nothing more was sent." : " Nothing was sent."));
            case CANCELLED ->
                plain(
                        "cancelled",
                        "The call was cancelled." + (tool.descriptor().reads() ? "" : outcome(failure.sent())));
        };
    }

    ToolResult invalid() {
        return plain("upstream_invalid", api + " gave an answer that is not valid JSON." + outcome(true));
    }

    ToolResult incomplete() {
        return plain("upstream_incomplete", "The answer of " + api + " ends before it is complete." + outcome(true));
    }

    ToolResult tooLarge(int bytes) {
        return plain(
                "result_too_large",
                "The answer of " + api + " has " + bytes + " bytes, a result may have " + limits.maxResultBytes() + ". "
                        + narrower());
    }

    /** The answer came, and has not what was wanted of it. */
    ToolResult unknownField(String missing) {
        return plain(
                "unknown_field",
                missing + " Mend the argument \"fields\", or leave it out, and call again."
                        + (tool.descriptor().reads() ? " Nothing was changed." : ""));
    }

    /** The tool's alternatives cannot be met by the credential that there is, or there is none. */
    ToolResult missingCredential() {
        CredentialVariables variables = CredentialVariables.of(tool.manifest());
        String members = variables.members(tool.auth());
        String ways = String.join("; or ", variables.ways(tool.auth()));
        return plain(
                "no_credential",
                api + " asks for a credential with this tool, and this server has none for it. Nothing was sent."
                        + " Tell the operator of this server to set " + (ways.isEmpty() ? variables.apiKey() : ways)
                        + (members.isEmpty()
                                ? "."
                                : ". In a credential that is a JSON object the members are " + members + "."));
    }

    ToolResult of(TokenFailure failure) {
        Optional<Reason> reason = failure.reason();
        if (reason.isPresent()) {
            return unanswered(reason.get());
        }
        String endpoint = "The token endpoint of " + api;
        if (failure.status() == 0) {
            return plain(
                    "token_refused",
                    endpoint + " is at an address that secrets are not sent to: it must be https."
                            + " Nothing was sent. Tell the operator of this server to set another ("
                            + CredentialVariables.of(tool.manifest()).tokenUrl() + ").");
        }
        String words = failure.words();
        String said = failure.status()
                + (failure.code().isEmpty() ? "" : " " + failure.code())
                + "."
                + (words.isEmpty() ? "" : " " + words + (endsSentence(words) ? "" : "."));
        boolean refused = failure.isOfClient();
        return plain(
                refused ? "unauthorized" : "token_refused",
                endpoint + " gave no token: " + said + " The call was not sent. " + hint(failure, refused));
    }

    private String hint(TokenFailure failure, boolean refused) {
        CredentialVariables variables = CredentialVariables.of(tool.manifest());
        if (failure.status() == TOO_MANY || failure.status() >= FIRST_SERVER_ERROR) {
            return "Try again later.";
        }
        String check = refused
                ? "client id and secret (" + variables.clientId() + ", " + variables.clientSecret() + ")"
                : failure.isOf("invalid_scope")
                        ? "the scope that is asked for (" + variables.scope() + ")"
                        : "what tokens are asked for with, and the address (" + variables.tokenUrl() + ")";
        return "Tell the operator of this server to check " + check + "; calling again does not help.";
    }

    private ToolResult unanswered(Reason reason) {
        String endpoint = "The token endpoint of " + api;
        return switch (reason) {
            case STOPPED, CANCELLED, BUSY -> of(new UpstreamFailure(reason, false));
            case UNREACHABLE ->
                plain(
                        "upstream_unreachable",
                        endpoint + " could not be reached. The call was not sent. Try again later.");
            case UNTRUSTED ->
                plain(
                        "upstream_untrusted",
                        "No secure connection to the token endpoint of " + api + " came about. The call was not sent."
                                + " Tell the operator of this server to check its certificate.");
            case TIMEOUT ->
                plain(
                        "upstream_timeout",
                        endpoint + " did not answer in time. The call was not sent. Try again later.");
            case INCOMPLETE, TOO_LARGE, INVALID ->
                plain(
                        "upstream_invalid",
                        endpoint + " gave an answer that cannot be read. The call was not sent. Try again later.");
        };
    }

    /** What a stage of futures failed with. */
    static Throwable cause(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    ToolResult of(HttpAnswer answer, Optional<RateLimit> rateLimit, List<Secret> secrets) {
        Quotation quote = new Quotation(secrets);
        ApiError error = ApiError.of(answer.body(), quote);
        StringBuilder text = new StringBuilder();
        text.append(
                answer.status() == 429 ? api + " refused the call for too many calls: " : api + " refused the call: ");
        text.append(answer.status())
                .append(error.code().isEmpty() ? "" : " " + error.code())
                .append('.');
        if (!error.message().isEmpty()) {
            text.append(' ').append(error.message()).append(endsSentence(error.message()) ? "" : ".");
        }
        error.problems().forEach(problem -> text.append("\n- ").append(problem));
        text.append(error.problems().isEmpty() ? " " : "\n").append(hint(error, answer.status(), rateLimit));
        ObjectNode meta = JsonNodeFactory.instance.objectNode().put("status", answer.status());
        if (!error.code().isEmpty()) {
            meta.put("apiCode", error.code());
        }
        String requestId = quote.of(answer.requestId(), 100);
        if (!requestId.isEmpty()) {
            meta.put("requestId", requestId);
        }
        return failure(code(answer.status()), quote.masked(text.toString()), meta, rateLimit);
    }

    private String hint(ApiError error, int status, Optional<RateLimit> rateLimit) {
        if (status >= 300 && status < 400) {
            return "It answered with a redirect, which is not followed."
                    + " Tell the operator of this server to check the base URL.";
        }
        return switch (status) {
            case 400, 422 -> "Nothing was changed. " + remedy(error);
            case 401 ->
                "The credential was refused: it is wrong, revoked or expired."
                        + " Tell the operator of this server to renew it; calling again does not help.";
            case 403 -> "The credential is not allowed to do this. " + scopes();
            case 404 ->
                "What the arguments name does not exist, or is hidden from this credential."
                        + " Check ids and slugs, for instance with " + lister(error) + ".";
            case 409 ->
                "It conflicts with what is there. Read the present state, then change the arguments." + changer();
            case 413 -> "The arguments are too large. Send less at a time.";
            case 429 -> wait(rateLimit);
            default ->
                status >= 500 ? "The fault is on its side." + outcome(true) : "Change the arguments and call again.";
        };
    }

    private static String wait(Optional<RateLimit> rateLimit) {
        long seconds = Math.max(1, rateLimit.map(RateLimit::resetSeconds).orElse(1L));
        return "Nothing was done. Wait " + seconds + (seconds == 1 ? " second" : " seconds")
                + ", then call again with the same arguments.";
    }

    private String remedy(ApiError error) {
        if (error.isConflict()) {
            return "Mend the arguments and call again." + changer();
        }
        List<String> listers = error.isOfMissing() ? names.listersFor(tool, error.message()) : List.of();
        return "Mend the arguments and call again."
                + (listers.isEmpty() ? "" : " See what there is with " + String.join(" or ", listers) + ".");
    }

    private String changer() {
        return names.assertFor(tool)
                .map(name -> " To change what is there use " + name + ".")
                .orElse("");
    }

    private String lister(ApiError error) {
        List<String> listers = names.listersFor(tool, error.message());
        return listers.isEmpty() ? "a list tool" : String.join(" or ", listers);
    }

    /**
     * A refusal for want of a permission, with the scopes that are missing.
     *
     * @param needed what the call needs
     * @param granted what the credential has
     */
    static ToolResult lacking(ToolResult forbidden, List<String> needed, List<String> granted) {
        if (needed.isEmpty()) {
            return forbidden;
        }
        List<String> missing = Scopes.missing(needed, granted);
        String words = new String(forbidden.text(), StandardCharsets.UTF_8)
                + (missing.isEmpty()
                        ? " It has these, so it is no scope that is missing: its user, or the plan, may not do this."
                        : " Missing: " + String.join(", ", missing) + ".");
        return forbidden.withText(words.getBytes(StandardCharsets.UTF_8));
    }

    private String scopes() {
        return tool.descriptor().scopes().isEmpty()
                ? "Tell the operator of this server to check its permissions."
                : "This tool needs the scopes "
                        + String.join(", ", tool.descriptor().scopes())
                        + ". Tell the operator of this server to grant what is missing.";
    }

    private String outcome(boolean sent) {
        if (!sent) {
            return " Nothing was sent. Try again later.";
        }
        return tool.descriptor().reads()
                ? " Try again later."
                : " It is not known whether the call was carried out: look before you call again.";
    }

    private String narrower() {
        String limit = tool.pagination().isPresent()
                ? "Ask for less: give a smaller limit or narrower arguments."
                : "Ask for less with narrower arguments.";
        return tool.descriptor().reads()
                ? tool.resultArguments().contains("fields")
                        ? limit + " Or name in \"fields\" what you need of it."
                        : limit
                : "The call was carried out; only its answer is left out.";
    }

    private ToolResult plain(String code, String message) {
        return refused(code, message);
    }

    private static String code(int status) {
        return switch (status) {
            case 401 -> "unauthorized";
            case 403 -> FORBIDDEN;
            case 404 -> "not_found";
            case 409 -> "conflict";
            case 429 -> "rate_limited";
            default -> status < 400 ? "upstream_redirect" : status >= 500 ? "upstream_error" : "refused_by_api";
        };
    }

    private static boolean endsSentence(String message) {
        return ".!?…".indexOf(message.charAt(message.length() - 1)) >= 0;
    }

    private static ToolResult failure(String code, String message, ObjectNode meta, Optional<RateLimit> rateLimit) {
        ObjectNode details = JsonNodeFactory.instance.objectNode().put("code", code);
        details.setAll(meta);
        byte[] json = JsonTree.write(JsonNodeFactory.instance.objectNode().set(META, details));
        return ToolResult.failure(code, message, Optional.of(json), rateLimit);
    }
}
