package dev.toolsmith.sandbox.desk;

import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.model.Ids;
import dev.toolsmith.sandbox.model.Moments;
import dev.toolsmith.sandbox.wire.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A meeting.
 *
 * @param id the UUID
 * @param reference what makes two meetings of the outside the same
 * @param title the title
 * @param description what it is about
 * @param allDay whether it lasts whole days
 * @param start when it starts
 * @param end when it ends
 * @param participants who takes part
 * @param links the records it is about
 * @param createdBy who made it
 * @param createdAt when it was made
 */
public record Meeting(
        String id,
        String reference,
        String title,
        String description,
        boolean allDay,
        When start,
        When end,
        List<Participant> participants,
        List<RecordKey> links,
        Actor createdBy,
        Instant createdAt) {
    public Meeting {
        participants = List.copyOf(participants);
        links = List.copyOf(links);
    }

    /**
     * A start or an end.
     *
     * @param moment the point in time it stands for
     * @param text the date or date-time as it is shown
     * @param date whether the text is a date
     * @param timezone the zone; null for none
     */
    public record When(
            Instant moment,
            String text,
            boolean date,
            @Nullable String timezone) {
        ObjectNode json() {
            return date
                    ? Json.object().put("date", text)
                    : Json.object().put("datetime", text).put("timezone", timezone);
        }
    }

    /**
     * Somebody who takes part.
     *
     * @param email the address
     * @param organizer whether this one invited
     * @param status {@code accepted}, {@code tentative}, {@code declined} or {@code pending}
     */
    public record Participant(String email, boolean organizer, String status) {}

    /** The meeting as the API shows it; slugs turns the id of an object into its slug. */
    public ObjectNode json(java.util.function.UnaryOperator<String> slugs) {
        ObjectNode node = Json.object();
        node.putObject("id").put("workspace_id", Ids.WORKSPACE).put("meeting_id", id);
        node.put("title", title).put("description", description).put("is_all_day", allDay);
        node.set("start", start.json());
        node.set("end", end.json());
        ArrayNode people = node.putArray("participants");
        participants.forEach(person -> people.addObject()
                .put("status", person.status())
                .put("is_organizer", person.organizer())
                .put("email_address", person.email()));
        ArrayNode records = node.putArray("linked_records");
        links.forEach(link -> records.addObject()
                .put("object_slug", slugs.apply(link.objectId()))
                .put("object_id", link.objectId())
                .put("record_id", link.recordId()));
        node.put("created_at", Moments.text(createdAt));
        node.set("created_by_actor", createdBy.json());
        return node;
    }

    /** This meeting with an id and a moment of creation. */
    public Meeting created(String newId, Instant at) {
        return new Meeting(
                newId, reference, title, description, allDay, start, end, participants, links, createdBy, at);
    }
}
