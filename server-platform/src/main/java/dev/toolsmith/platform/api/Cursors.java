package dev.toolsmith.platform.api;

import dev.toolsmith.platform.vault.Mac;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Makes the cursors of lists, and takes back none but its own. */
final class Cursors {

    private final Mac mac;

    Cursors(Mac mac) {
        this.mac = mac;
    }

    /**
     * A cursor.
     *
     * @param list the list that it is good for
     * @param place where in the list
     */
    String of(String list, String place) {
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
        return shown + "." + signature(list, place);
    }

    /**
     * The place that a cursor names.
     *
     * @throws Refused 400 when it is not one that was made for the list
     */
    String place(String list, String cursor) {
        int dot = cursor.indexOf('.');
        if (dot < 0) {
            throw bad();
        }
        String place;
        try {
            place = new String(Base64.getUrlDecoder().decode(cursor.substring(0, dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad();
        }
        byte[] given = cursor.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, signature(list, place).getBytes(StandardCharsets.UTF_8))) {
            throw bad();
        }
        return place;
    }

    private String signature(String list, String place) {
        return mac.of(list + "\n" + place);
    }

    private static Refused bad() {
        return Refused.of(
                400,
                "bad_cursor",
                "The cursor is none of this list's. Send next_cursor of the page before, unchanged.");
    }
}
