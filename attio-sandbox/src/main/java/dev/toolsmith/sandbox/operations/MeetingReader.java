package dev.toolsmith.sandbox.operations;

import dev.toolsmith.sandbox.desk.Meeting;
import dev.toolsmith.sandbox.desk.RecordKey;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Call;
import dev.toolsmith.sandbox.wire.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the body that finds or creates a meeting. */
final class MeetingReader {
    private static final Set<String> STATUSES = Set.of("accepted", "tentative", "declined", "pending");

    private final Call call;
    private final Fields data;

    MeetingReader(Call call, Fields data) {
        this.call = call;
        this.data = data;
    }

    /** The meeting, without an id. */
    Meeting read() {
        Meeting.When start = when("start");
        Meeting.When end = when("end");
        boolean allDay = data.flag("is_all_day");
        if (start.date() != allDay || end.date() != allDay) {
            throw data.refuse("is_all_day", "must be true for dates and false for date-times", "custom");
        }
        if (end.moment().isBefore(start.moment())) {
            throw data.refuse("end", "must not lie before start", "custom");
        }
        return new Meeting(
                "",
                reference(),
                data.text("title"),
                data.text("description"),
                allDay,
                start,
                end,
                participants(),
                links(),
                call.session().actor(),
                Instant.EPOCH);
    }

    private Meeting.When when(String name) {
        Fields when = data.object(name);
        if (when.has("date")) {
            String date = when.only("date").text("date");
            try {
                Instant moment = LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
                return new Meeting.When(moment, date, true, null);
            } catch (DateTimeException notADate) {
                throw when.refuse("date", "must be a date such as 2026-01-31", "invalid_date");
            }
        }
        String text = when.only("datetime", "timezone").text("datetime");
        Instant moment =
                Moments.parse(text).orElseThrow(() -> when.refuse("datetime", "must be a date-time", "invalid_date"));
        String timezone = when.has("timezone") ? when.textOrNull("timezone").orElse(null) : null;
        return new Meeting.When(moment, Moments.text(moment), false, timezone);
    }

    private List<Meeting.Participant> participants() {
        List<Fields> given = data.objects("participants");
        if (given.isEmpty()) {
            throw data.refuse("participants", "must not be empty", "too_small");
        }
        return given.stream().map(MeetingReader::participant).toList();
    }

    private static Meeting.Participant participant(Fields person) {
        JsonNode organizer = person.require("is_organizer");
        boolean known = organizer.isBoolean() || Set.of("true", "false").contains(organizer.asString(""));
        if (!known) {
            throw person.refuse("is_organizer", "must be true or false", "invalid_type");
        }
        return new Meeting.Participant(
                person.nonEmpty("email_address"),
                Boolean.parseBoolean(organizer.asString()),
                person.oneOf("status", STATUSES));
    }

    private List<RecordKey> links() {
        return data.has("linked_records")
                ? data.objects("linked_records").stream()
                        .map(new Links(call)::record)
                        .toList()
                : List.of();
    }

    private String reference() {
        JsonNode reference = data.require("external_ref");
        if (reference.isString()) {
            return "text:" + data.nonEmpty("external_ref");
        }
        Fields calendar = data.object("external_ref");
        String occurrence = calendar.flag("is_recurring") && calendar.has("original_start_time")
                ? calendar.text("original_start_time")
                : "";
        return "ical:" + calendar.oneOf("provider", Set.of("google", "microsoft")) + ":" + calendar.text("ical_uid")
                + ":" + occurrence;
    }
}
