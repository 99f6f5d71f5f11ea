package dev.toolsmith.platform.limits;

import dev.toolsmith.runtime.tool.RateLimit;
import java.util.Optional;

/** Whether a call may be made now. */
public sealed interface Turn {

    /** It may; its place has to be given back, in whichever way it ends. */
    non-sealed interface Granted extends Turn {

        /**
         * The call was sent, and ended. A place is given back once, however often it is told.
         *
         * @param code the result's code; empty for a call that went well
         */
        void ended(String code);

        /** The call was not sent after all. */
        void unused();
    }

    /**
     * It may not.
     *
     * @param reason a stable name, such as {@code rate_limited_server}
     * @param message what is the matter and what to do, for a model
     * @param limit how many calls are left, when the reason is a limit of calls
     */
    record Denied(String reason, String message, Optional<RateLimit> limit) implements Turn {}
}
