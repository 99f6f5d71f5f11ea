package dev.toolsmith.attio.workspace.filters;

import dev.toolsmith.attio.workspace.facts.FactNames;
import dev.toolsmith.attio.workspace.facts.Member;
import dev.toolsmith.attio.workspace.facts.WorkspaceFacts;
import dev.toolsmith.attio.workspace.filters.ComparedTexts.Compared;
import dev.toolsmith.attio.workspace.words.ClosestMember;
import dev.toolsmith.attio.workspace.words.Said;
import dev.toolsmith.runtime.account.FactReader;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Says what is compared with members of the workspace and is none. Filters of records and entries know them by id only. Of
 * the members it tells at most the one that was meant.
 */
public final class MemberRemark {

    private static final String TYPE = "referenced_actor_type";

    private MemberRemark() {}

    /** On an argument that takes a member's e-mail address or id; empty when it is one, or the members are not known. */
    public static CompletableFuture<Optional<String>> ofArgument(String argument, String said, FactReader facts) {
        return facts.find(WorkspaceFacts.members())
                .thenApply(found -> found.filter(members -> !said.isEmpty()
                                && members.stream()
                                        .noneMatch(member -> member.email().equalsIgnoreCase(said)
                                                || member.id().equalsIgnoreCase(said)))
                        .map(members -> "/" + argument + ": " + Said.quoted(said)
                                + " is neither the e-mail address nor the id of a member of this workspace."
                                + ClosestMember.to(said, members)
                                        .map(member -> " Did you mean " + Said.quoted(member.email()) + "?")
                                        .orElse("")));
    }

    static CompletableFuture<String> of(List<Compared> compared, FactReader facts) {
        List<Compared> ids =
                compared.stream().filter(each -> !each.property().equals(TYPE)).toList();
        return ids.isEmpty()
                ? CompletableFuture.completedFuture("")
                : facts.find(WorkspaceFacts.members())
                        .thenApply(members -> ids.stream()
                                .map(each -> remark(each, members))
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(" ")));
    }

    private static String remark(Compared compared, Optional<List<Member>> known) {
        String text = compared.text();
        List<Member> members = known.orElse(List.of());
        if (FactNames.isUuid(text)) {
            return known.isEmpty()
                            || members.stream().anyMatch(member -> member.id().equalsIgnoreCase(text))
                    ? ""
                    : compared.at() + ": " + Said.quoted(text) + " is the id of no member of this workspace.";
        }
        String problem = compared.at() + ": " + Said.name(compared.attribute().title())
                + " is compared with a member's id, so nothing has " + Said.quoted(text) + ".";
        return problem
                + ClosestMember.to(text, members)
                        .map(member ->
                                (ClosestMember.named(text, List.of(member)).isPresent()
                                                ? " Use "
                                                : " Did you mean " + Said.quoted(member.email()) + "? Use ")
                                        + condition(compared, member.id()) + ".")
                        .orElseGet(() -> " It takes " + condition(compared, "<UUID>") + ".");
    }

    private static String condition(Compared compared, String id) {
        return "{" + Said.quoted(compared.name()) + ": {\"" + TYPE
                + "\": \"workspace-member\", \"referenced_actor_id\": " + Said.quoted(id) + "}}";
    }
}
