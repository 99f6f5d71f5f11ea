package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.audit.AuditQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which rows of the trail somebody wants to see, as they typed it; each part may be empty.
 *
 * @param server a server's id
 * @param tool a tool's name
 * @param decision {@code allowed} or {@code refused}
 * @param from the first day
 * @param until the last day
 * @param before rows of a smaller number only
 */
record AuditFilter(String server, String tool, String decision, String from, String until, String before) {

    static AuditFilter of(Visit visit) {
        return new AuditFilter(
                visit.asked("server"),
                visit.asked("tool"),
                visit.asked("decision"),
                visit.asked("from"),
                visit.asked("until"),
                visit.asked("before"));
    }

    AuditQuery query(int limit) {
        return new AuditQuery(
                number(before),
                some(server),
                Optional.empty(),
                some(tool),
                some(decision),
                day(from, 0),
                day(until, 1),
                limit);
    }

    /** The part of a link behind the question mark that asks for older rows. */
    String before(long sequence) {
        return terms() + "&before=" + sequence;
    }

    /** The part of a link behind the question mark that asks for all that fit. */
    String terms() {
        return "server=" + encoded(server) + "&tool=" + encoded(tool) + "&decision=" + encoded(decision) + "&from="
                + encoded(from) + "&until=" + encoded(until);
    }

    private static Optional<Long> number(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> day(String text, int plusDays) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(text)
                            .plusDays(plusDays)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> some(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
