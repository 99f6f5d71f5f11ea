package dev.toolsmith.it.rig;

import dev.toolsmith.it.Json;
import dev.toolsmith.it.Waiting;
import java.time.Instant;

/** Changes after which a client of a server must get no result any more. */
enum Change {
    REVOKE {
        @Override
        void make(Management management, Endpoint endpoint) {
            management.ofServer("DELETE", endpoint, "", "").ok();
        }
    },
    NARROW {
        @Override
        void make(Management management, Endpoint endpoint) {
            management
                    .ofServer("PATCH", endpoint, "", "{\"config\":{\"tags\":[\"tasks\"]}}")
                    .ok();
        }
    },
    EXPIRE {
        @Override
        void make(Management management, Endpoint endpoint) {
            Instant at = Instant.now().plusMillis(200);
            String body = Json.object().put("expires_at", at.toString()).toString();
            management.ofServer("PATCH", endpoint, "", body).ok();
            Waiting.until(() -> !Instant.now().isBefore(at), "the server to expire");
        }
    },
    PAUSE {
        @Override
        void make(Management management, Endpoint endpoint) {
            management.ofServer("POST", endpoint, "/pause", "").ok();
        }
    },
    ROLL {
        @Override
        void make(Management management, Endpoint endpoint) {
            management
                    .ofServer("POST", endpoint, "/roll", "{\"overlap_seconds\":0}")
                    .ok();
        }
    },
    PAUSE_ACCOUNT {
        @Override
        void make(Management management, Endpoint endpoint) {
            management
                    .ofConnection("POST", endpoint.connectionId(), "/pause", "")
                    .ok();
        }

        @Override
        void undo(Management management, Endpoint endpoint) {
            management
                    .ofConnection("POST", endpoint.connectionId(), "/resume", "")
                    .ok();
        }
    },
    DELETE_ACCOUNT {
        @Override
        Endpoint begin(Management management, Endpoint home) {
            return management.server(home.workspace(), management.connect(home.workspace()));
        }

        @Override
        void make(Management management, Endpoint endpoint) {
            management.ofConnection("DELETE", endpoint.connectionId(), "", "").ok();
        }
    };

    /** Makes a server to be closed. */
    Endpoint begin(Management management, Endpoint home) {
        return management.server(home.workspace(), home.connectionId());
    }

    /** Closes it; returns when the change is acknowledged and in force. */
    abstract void make(Management management, Endpoint endpoint);

    /** Takes back what would stand in the way of the next round. */
    void undo(Management management, Endpoint endpoint) {
        // A server of its own was closed, and nothing else.
    }
}
