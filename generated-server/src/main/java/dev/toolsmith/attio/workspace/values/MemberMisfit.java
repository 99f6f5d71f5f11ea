package dev.toolsmith.attio.workspace.values;

import dev.toolsmith.attio.workspace.facts.Attribute;
import dev.toolsmith.attio.workspace.facts.Member;
import dev.toolsmith.attio.workspace.words.ClosestMember;
import dev.toolsmith.attio.workspace.words.Said;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Why a value is no reference to a member of the workspace, in words for a model. Of the members it tells at most the one
 * that was meant, as those who write values need not see who the others are.
 */
final class MemberMisfit {

    private static final String EMAIL = "workspace_member_email_address";
    private static final String TYPE = "referenced_actor_type";
    private static final String ID = "referenced_actor_id";

    private final Attribute attribute;
    private final ValueWords words;

    MemberMisfit(Attribute attribute, ValueWords words) {
        this.attribute = attribute;
        this.words = words;
    }

    String of(JsonNode value) {
        if (value.isString()) {
            return ofName(value.stringValue());
        }
        if (value.size() == 1 && value.path(EMAIL).isString()) {
            return ofName(value.path(EMAIL).stringValue());
        }
        if (value.size() != 2 || !value.has(TYPE) || !value.has(ID)) {
            return Said.value(value) + " does not fit " + title() + ". It takes " + words.one(attribute) + ", {\""
                    + EMAIL + "\": …} or {\"" + TYPE + "\": \"workspace-member\", \"" + ID + "\": \"<UUID>\"}.";
        }
        if (!value.path(TYPE).asString("").equals("workspace-member")) {
            return TYPE + ": " + Said.value(value.path(TYPE)) + " cannot be written. Only \"workspace-member\" can.";
        }
        return Said.value(value.path(ID)) + " is no id of a workspace member." + words.listedBy(attribute);
    }

    private String ofName(String said) {
        List<Member> members = words.facts().members().orElse(List.of());
        Optional<Member> named = members.stream()
                .filter(member -> member.id().equalsIgnoreCase(said))
                .findFirst();
        Optional<String> guess = named.or(() -> ClosestMember.to(said, members)).map(Member::email);
        return Said.quoted(said) + " is no e-mail address of a workspace member, as " + title() + " takes it."
                + guess.map(email -> " Did you mean " + Said.quoted(email) + "?")
                        .orElse("")
                + words.listedBy(attribute);
    }

    private String title() {
        return Said.name(attribute.title());
    }
}
