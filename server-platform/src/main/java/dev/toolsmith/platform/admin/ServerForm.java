package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.model.Choice;
import dev.toolsmith.platform.model.HostedServer;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConduct;
import dev.toolsmith.platform.model.ServerConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The form of a server as it is filled in.
 *
 * @param name what people call the server
 * @param kinds kinds of tools that are ticked
 * @param tags areas that are ticked
 * @param readOnly whether only tools are wanted that change nothing
 * @param only names of tools, one a line, of which a tool must be one
 * @param never names of tools, one a line, that are left out
 * @param bearer whether callers need an API token
 * @param calls how many calls a minute, as it was typed
 * @param expires {@code never}, {@code keep}, {@code day}, or in how many days
 * @param day the day on which it expires, as it was typed
 * @param exposure how it shows its tools, in a word; empty for as it does
 * @param confirm which calls are confirmed first, in a word; empty for as they are
 * @param view what its results look like, in a word; empty for as they do
 * @param structured whether they also carry the exact JSON
 * @param pin the digest of the one version that it offers; empty for the newest
 */
record ServerForm(
        String name,
        Set<String> kinds,
        Set<String> tags,
        boolean readOnly,
        String only,
        String never,
        boolean bearer,
        String calls,
        String expires,
        String day,
        String exposure,
        String confirm,
        String view,
        boolean structured,
        String pin) {

    private static final Map<String, Integer> DAYS = Map.of("1", 1, "7", 7, "30", 30, "90", 90);

    ServerForm {
        kinds = Set.copyOf(kinds);
        tags = Set.copyOf(tags);
    }

    static ServerForm ticking(String name, Set<String> kinds, Set<String> tags, boolean readOnly) {
        return new ServerForm(
                name, kinds, tags, readOnly, "", "", false, "", "never", "", "all", "never", "full", false, "");
    }

    /** The same with names of tools. */
    ServerForm naming(List<String> these, List<String> notThese) {
        return new ServerForm(
                name,
                kinds,
                tags,
                readOnly,
                String.join("\n", these),
                String.join("\n", notThese),
                bearer,
                calls,
                expires,
                day,
                exposure,
                confirm,
                view,
                structured,
                pin);
    }

    /** What a server is now. */
    static ServerForm of(HostedServer server, Choices choices) {
        ServerConfig config = server.config();
        return new ServerForm(
                server.name(),
                choices.kinds(config.methods()),
                config.tags().isEmpty() ? choices.tagNames() : Set.copyOf(config.tags()),
                config.readOnly(),
                String.join("\n", config.tools()),
                String.join("\n", config.deniedTools()),
                config.requireApiTokenAuth(),
                config.callsPerMinute().map(String::valueOf).orElse(""),
                server.expiresAt().isPresent() ? "keep" : "never",
                "",
                Choice.word(config.conduct().exposure()),
                Choice.word(config.conduct().confirm()),
                Choice.word(config.conduct().view()),
                config.conduct().structured(),
                config.pinnedVersion().orElse(""));
    }

    /** What somebody filled in. */
    static ServerForm of(Visit visit) {
        return new ServerForm(
                visit.field("name"),
                Set.copyOf(new TreeSet<>(visit.fields("kind"))),
                Set.copyOf(new TreeSet<>(visit.fields("tag"))),
                visit.isTicked("read_only"),
                visit.field("only"),
                visit.field("never"),
                visit.isTicked("bearer"),
                visit.field("calls"),
                visit.field("expires"),
                visit.field("day"),
                visit.field("exposure"),
                visit.field("confirm"),
                visit.field("view"),
                visit.isTicked("structured"),
                visit.field("pin"));
    }

    /**
     * How it restricts a server.
     *
     * @param choices what there was to tick
     * @param before how the server is restricted now; where nothing was restricted and everything is ticked, nothing is
     * @throws ProblemException when nothing is ticked, a number is none, or a word means nothing
     */
    ServerConfig config(Choices choices, ServerConfig before) {
        if (kinds.isEmpty() || tags.isEmpty()) {
            throw ProblemException.of(
                    400,
                    "nothing_ticked",
                    "Tick at least one kind of tool and one area.",
                    kinds.isEmpty() ? "/config/methods" : "/config/tags");
        }
        boolean allKinds = before.methods().isEmpty() && kinds.containsAll(choices.kindNames());
        boolean allTags = before.tags().isEmpty() && tags.containsAll(choices.tagNames());
        return new ServerConfig(
                allKinds ? List.of() : choices.words(kinds),
                allTags ? List.of() : tags.stream().sorted().toList(),
                lines(only),
                lines(never),
                readOnly,
                bearer,
                number(),
                pinnedVersion(),
                conduct(before.conduct()));
    }

    private ServerConduct conduct(ServerConduct before) {
        return new ServerConduct(
                chosen(exposure, before.exposure(), "/config/tool_exposure"),
                chosen(confirm, before.confirm(), "/config/confirm"),
                chosen(view, before.view(), "/config/view"),
                structured);
    }

    private static <E extends Enum<E>> E chosen(String word, E before, String pointer) {
        Class<E> choices = before.getDeclaringClass();
        return word.isEmpty()
                ? before
                : Choice.of(choices, word)
                        .orElseThrow(() -> ProblemException.of(
                                422, "unknown_choice", "Choose " + Choice.list(choices) + ".", pointer));
    }

    /** The one version that it offers; empty for the newest. */
    Optional<String> pinnedVersion() {
        return Optional.of(pin).filter(digest -> !digest.isEmpty());
    }

    private Optional<Integer> number() {
        if (calls.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.parseInt(calls));
        } catch (NumberFormatException e) {
            throw ProblemException.of(
                    422,
                    "calls_per_minute_form",
                    "Calls a minute is a whole number, or empty for no limit.",
                    "/config/calls_per_minute");
        }
    }

    /**
     * From when on the server is gone.
     *
     * @param before when it is now
     * @throws ProblemException when a day is meant and none is given
     */
    Optional<Instant> expiresAt(Optional<Instant> before, Instant now) {
        if (DAYS.containsKey(expires)) {
            return Optional.of(now.plus(Duration.ofDays(DAYS.getOrDefault(expires, 0))));
        }
        if (expires.equals("keep")) {
            return before;
        }
        if (!expires.equals("day")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant());
        } catch (DateTimeException e) {
            throw ProblemException.of(422, "day_form", "Choose the last day on which it works.", "/expires_at");
        }
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("[\\s,]+"))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
