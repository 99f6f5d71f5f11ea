package dev.toolsmith.platform.admin;

/**
 * What stands around a page.
 *
 * @param title the page's title, without the product's name
 * @param section the part of the navigation that it belongs to; empty for none
 * @param email who is signed in; empty for nobody
 * @param formToken what its forms carry; empty for nobody
 * @param notice something that has just been done; empty for nothing
 * @param assets where its files are
 */
record Frame(String title, String section, String email, String formToken, String notice, Assets assets) {

    /** Whether the navigation is shown. */
    boolean isSignedIn() {
        return !email.isEmpty();
    }

    /** What a link of the navigation tells of itself to who cannot see its colour; nothing for other sections. */
    String current(String other) {
        return section.equals(other) ? "page" : "false";
    }
}
