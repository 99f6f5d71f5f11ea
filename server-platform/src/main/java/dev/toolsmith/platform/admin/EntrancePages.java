package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.access.SignedIn;
import dev.toolsmith.platform.model.ProblemException;
import java.util.List;

/** The way in and out: the first set-up, signing in, signing out. */
final class EntrancePages {

    private static final String SETUP = "/admin/setup";
    private static final String SIGN_IN = "/admin/sign-in";
    private static final String START = "/admin/connections";

    private final Administrators administrators;
    private final Pages pages;

    EntrancePages(Administrators administrators, Pages pages) {
        this.administrators = administrators;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.open("GET", "/admin", this::start),
                Route.open("GET", "/admin/", this::start),
                Route.open("GET", SETUP, this::setupForm),
                Route.open("POST", SETUP, this::setUp),
                Route.open("GET", SIGN_IN, this::signInForm),
                Route.open("POST", SIGN_IN, this::signIn),
                Route.post("/admin/sign-out", this::signOut));
    }

    /**
     * The form of someone who comes in.
     *
     * @param email as it was typed
     * @param problem what is wrong; empty for nothing
     * @param wrong the field that is wrong; empty for none
     */
    record Entrance(String email, String problem, String wrong) {}

    /** Where someone is sent who is not signed in. */
    Answer entrance() {
        return Answer.seeOther(administrators.isEmpty() ? SETUP : SIGN_IN);
    }

    private Answer start(Visit visit) {
        return visit.session().isPresent() ? Answer.seeOther(START) : entrance();
    }

    private Answer setupForm(Visit visit) {
        return administrators.isEmpty() ? setupForm(200, visit, new Entrance("", "", "")) : Answer.seeOther(SIGN_IN);
    }

    private Answer setupForm(int status, Visit visit, Entrance entrance) {
        return pages.page(status, visit, "setup", "Set up", "", entrance);
    }

    private Answer setUp(Visit visit) {
        String email = visit.field("email");
        String password = visit.rawField("password");
        try {
            administrators.setUp(visit.field("code"), email, password, visit.address());
        } catch (ProblemException problem) {
            return setupForm(problem.status(), visit, wrong(email, problem));
        }
        return signedIn(visit, administrators.signIn(email, password, visit.address()));
    }

    private Answer signInForm(Visit visit) {
        if (administrators.isEmpty()) {
            return Answer.seeOther(SETUP);
        }
        return visit.session().isPresent() ? Answer.seeOther(START) : signInForm(200, visit, new Entrance("", "", ""));
    }

    private Answer signInForm(int status, Visit visit, Entrance entrance) {
        return pages.page(status, visit, "signIn", "Sign in", "", entrance);
    }

    private Answer signIn(Visit visit) {
        String email = visit.field("email");
        try {
            return signedIn(visit, administrators.signIn(email, visit.rawField("password"), visit.address()));
        } catch (ProblemException problem) {
            return signInForm(problem.status(), visit, wrong(email, problem));
        }
    }

    /** A new session each time: one that somebody put into the browser before is never the one that is signed in. */
    private Answer signedIn(Visit visit, SignedIn now) {
        visit.session().ifPresent(before -> administrators.signOut(before.cookie()));
        return Answer.seeOther(START).withCookie(now.cookie());
    }

    private Answer signOut(Visit visit) {
        visit.session().ifPresent(session -> administrators.signOut(session.cookie()));
        return Answer.seeOther(SIGN_IN + "?done=signed-out").withCookie("");
    }

    private static Entrance wrong(String email, ProblemException problem) {
        return new Entrance(email, problem.detail(), problem.pointer().replace("/", ""));
    }
}
