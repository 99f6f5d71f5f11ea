package dev.toolsmith.attio.workspace.words;

import dev.toolsmith.attio.workspace.facts.Member;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds which member of a workspace somebody meant. */
public final class ClosestMember {

    private ClosestMember() {}

    /** The member with an e-mail address or a name. */
    public static Optional<Member> named(String said, List<Member> members) {
        String sought = said.strip();
        return members.stream()
                .filter(member ->
                        member.email().equalsIgnoreCase(sought) || member.name().equalsIgnoreCase(sought))
                .findFirst();
    }

    /** The member with an e-mail address or a name, or with the nearest one; empty when none is near. */
    public static Optional<Member> to(String said, List<Member> members) {
        return named(said, members)
                .or(() -> closest(local(said), members, member -> local(member.email())))
                .or(() -> closest(said, members, Member::name));
    }

    private static Optional<Member> closest(String said, List<Member> members, Function<Member, String> name) {
        return Closest.to(said, members.stream().map(name).toList())
                .flatMap(meant -> members.stream()
                        .filter(member -> name.apply(member).equals(meant))
                        .findFirst());
    }

    private static String local(String email) {
        return email.substring(0, email.contains("@") ? email.indexOf('@') : email.length());
    }
}
