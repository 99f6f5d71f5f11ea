package dev.toolsmith.runtime.tool;

/**
 * What a client said to an {@link InputRequest}.
 *
 * @param action {@code accept}, {@code decline} or {@code cancel}; empty in a response that is none to a form
 * @param content the form's values, a UTF-8 JSON object; <code>{}</code> when there are none
 * @param whole the whole response as it was sent, a UTF-8 JSON object
 */
public record InputResponse(String action, byte[] content, byte[] whole) {

    /** Whether the user agreed to what was asked. */
    public boolean isAccepted() {
        return action.equals("accept");
    }
}
