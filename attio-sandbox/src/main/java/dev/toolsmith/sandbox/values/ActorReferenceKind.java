package dev.toolsmith.sandbox.values;

import dev.toolsmith.sandbox.access.Member;
import dev.toolsmith.sandbox.model.Actor;
import dev.toolsmith.sandbox.wire.Call;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** References to workspace members, written by e-mail address or id. */
final class ActorReferenceKind implements ValueKind {
    private static final String TYPE = "referenced_actor_type";
    private static final String ID = "referenced_actor_id";
    private static final String EMAIL = "workspace_member_email_address";
    private static final List<Facet> FACETS = List.of(
            Facet.stored(ID, Facet.Kind.TEXT, Operator.set(Operator.EQ, Operator.IN)),
            Facet.stored(TYPE, Facet.Kind.TEXT, Operator.set(Operator.EQ)));

    @Override
    public Content read(JsonNode value, Site site) {
        boolean byId = value.has(TYPE) || value.has(ID);
        Optional<Member> member = byId ? byId(value, site) : byEmail(value, site);
        return member.map(known -> References.actor(Actor.member(known.id())))
                .orElseThrow(() -> site.unknown("the workspace member " + value));
    }

    private static Optional<Member> byId(JsonNode value, Site site) {
        site.only(value, Set.of(TYPE, ID));
        JsonNode type = site.require(value, TYPE);
        JsonNode id = site.require(value, ID);
        if (!type.isString() || !type.stringValue().equals(Actor.MEMBER) || !Call.isUuid(id.asString(""))) {
            throw site.malformed("must refer to a workspace-member by id");
        }
        return site.workspace().member(id.stringValue());
    }

    private static Optional<Member> byEmail(JsonNode value, Site site) {
        return site.workspace().memberByEmail(site.text(value, EMAIL));
    }

    @Override
    public List<Facet> facets() {
        return FACETS;
    }
}
