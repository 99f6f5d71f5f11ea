package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.SignedIn;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import java.util.Optional;

/** Fills the templates. They are classes of this package: written out of {@code src/main/jte} when it is built. */
final class Pages {

    private static final String SUFFIX = ".jte";

    private final Assets assets;
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, Pages.class.getPackageName());

    Pages(Assets assets) {
        this.assets = assets;
    }

    /** A whole page of the navigation's part that it belongs to. */
    Answer page(Visit visit, String template, String title, String section, Object view) {
        return page(200, visit, template, title, section, view);
    }

    /** A whole page with a status of its own. */
    Answer page(int status, Visit visit, String template, String title, String section, Object view) {
        Optional<SignedIn> session = visit.session();
        Frame frame = new Frame(
                title,
                section,
                session.map(one -> one.administrator().email()).orElse(""),
                session.map(FormGuard::token).orElse(""),
                Notices.of(visit.asked("done")),
                assets);
        return Answer.html(status, filled(template, Map.of("frame", frame, "page", view)));
    }

    /** A part of a page. */
    Answer part(String template, Object view) {
        return Answer.html(200, filled(template, Map.of("page", view)));
    }

    private byte[] filled(String template, Map<String, Object> values) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        engine.render(template + SUFFIX, values, output);
        return output.toByteArray();
    }
}
