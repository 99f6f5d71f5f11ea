package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.Meeting;
import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Answer;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import dev.toolsmith.sandbox.wire.Json;
import dev.toolsmith.sandbox.wire.Page;
import dev.toolsmith.sandbox.wire.Query;
import dev.toolsmith.sandbox.wire.Refusal;
import dev.toolsmith.sandbox.wire.Route;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Meetings. */
final class MeetingOperations {
    private static final String READ = "meeting:read";
    private static final String WRITE = "meeting:read-write";
    private static final String RECORDS = "record_permission:read";
    private static final int MOST = 200;

    private MeetingOperations() {}

    /** The operations. */
    static List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/meetings", MeetingOperations::list, READ, RECORDS),
                Route.of("POST", "/v2/meetings", MeetingOperations::create, WRITE, RECORDS),
                Route.of("GET", "/v2/meetings/{meeting_id}", MeetingOperations::get, READ, RECORDS));
    }

    private static Answer list(Call call) {
        Query query = call.query();
        int limit = query.number("limit", 50, 1, MOST);
        String sort = query.find("sort").orElse("start_asc");
        if (!Set.of("start_asc", "start_desc").contains(sort)) {
            throw Query.refuse("sort", "must be start_asc or start_desc", "invalid_enum_value");
        }
        ZoneId zone = zone(query);
        Comparator<Meeting> order = Comparator.comparing(meeting -> moment(meeting.start(), zone));
        List<Meeting> meetings = call.workspace().desk().meetings().all().stream()
                .filter(linked(call, query))
                .filter(attended(query))
                .filter(within(query, zone))
                .sorted(sort.endsWith("desc") ? order.reversed() : order)
                .toList();
        return Page.cursor(
                meetings,
                query,
                limit,
                page -> Json.array(page.stream()
                        .map(meeting -> meeting.json(call.workspace().catalogue()::objectSlug))
                        .toList()));
    }

    private static Predicate<Meeting> linked(Call call, Query query) {
        Optional<String> object = query.find("linked_object")
                .map(slug -> Places.object(call, slug).id());
        Optional<String> record = query.uuid("linked_record_id");
        if (object.isPresent() != record.isPresent()) {
            throw Query.refuse("linked_object", "and linked_record_id go together", "custom");
        }
        return meeting ->
                object.isEmpty() || meeting.links().contains(new RecordKey(object.get(), record.orElseThrow()));
    }

    private static Predicate<Meeting> attended(Query query) {
        List<String> emails = List.of(query.find("participants").orElse("").split(",", -1)).stream()
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty())
                .toList();
        return meeting -> emails.isEmpty()
                || meeting.participants().stream()
                        .anyMatch(person -> emails.contains(person.email().toLowerCase(Locale.ROOT)));
    }

    private static Predicate<Meeting> within(Query query, ZoneId zone) {
        Optional<Instant> from = moment(query, "ends_from");
        Optional<Instant> before = moment(query, "starts_before");
        return meeting -> from.map(moment -> !moment(meeting.end(), zone).isBefore(moment))
                        .orElse(true)
                && before.map(moment -> moment(meeting.start(), zone).isBefore(moment))
                        .orElse(true);
    }

    private static Optional<Instant> moment(Query query, String name) {
        return query.find(name)
                .filter(text -> !text.isEmpty() && !text.equals("null"))
                .map(text -> Moments.parse(text)
                        .orElseThrow(() -> Query.refuse(name, "must be a date-time", "invalid_date")));
    }

    private static ZoneId zone(Query query) {
        try {
            return ZoneId.of(query.find("timezone").orElse("UTC"));
        } catch (DateTimeException unknown) {
            throw Query.refuse("timezone", "must be the name of a time zone", "custom");
        }
    }

    private static Instant moment(Meeting.When when, ZoneId zone) {
        return when.date() ? LocalDate.parse(when.text()).atStartOfDay(zone).toInstant() : when.moment();
    }

    private static Answer get(Call call) {
        return Answer.data(find(call).json(call.workspace().catalogue()::objectSlug));
    }

    /** The meeting that the path names. */
    static Meeting find(Call call) {
        String id = call.uuid("meeting_id");
        return call.workspace()
                .desk()
                .meetings()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("There is no meeting " + id + "."));
    }

    private static Answer create(Call call) {
        Fields data = call.data();
        Meeting meeting = new MeetingReader(call, data).read();
        Optional<Meeting> known = call.workspace().desk().meetings().all().stream()
                .filter(each -> each.reference().equals(meeting.reference()))
                .findFirst();
        Meeting answered = known.orElseGet(() -> store(call, meeting));
        return Answer.data(answered.json(call.workspace().catalogue()::objectSlug));
    }

    private static Meeting store(Call call, Meeting meeting) {
        Instant now = call.workspace().clock().tick();
        String id = call.workspace().ids().next("meeting");
        return call.workspace().desk().meetings().put(id, meeting.created(id, now));
    }
}
