package dev.toolsmith.platform.admin;

import java.util.List;

/**
 * A question before something that cannot be undone.
 *
 * @param title what is about to be done
 * @param consequences what will be so then, a sentence each
 * @param action where the yes is sent
 * @param yes what the button says
 * @param back where the no leads
 */
record Confirmation(String title, List<String> consequences, String action, String yes, String back) {

    Confirmation {
        consequences = List.copyOf(consequences);
    }
}
