package dev.toolsmith.runtime.cli;

import dev.toolsmith.runtime.text.WordKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds what a server signs words with. */
final class SigningKey {

    /** The variable that holds it; with {@code _FILE} behind it, the one that names a file. */
    static final String VARIABLE = "TOOLSMITH_SIGNING_KEY";

    private SigningKey() {}

    /** What help says of it where a process serves. */
    static Verb.Variable told() {
        return Verb.Variable.secret(VARIABLE, "what cursors are signed with; drawn at each start by default");
    }

    static WordKey of(VerbCall call) {
        return given(call).orElseGet(() -> WordKey.random());
    }

    /** The key where each call is a process of its own, and whoever gives a cursor back could as well have made it. */
    static WordKey ofPerson(VerbCall call) {
        return given(call).orElseGet(() -> WordKey.of(new byte[WordKey.LEAST_BYTES]));
    }

    private static Optional<WordKey> given(VerbCall call) {
        Optional<String> said = new Credentials(call, false).find(VARIABLE);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        byte[] key = said.get().getBytes(StandardCharsets.UTF_8);
        if (key.length < WordKey.LEAST_BYTES) {
            throw new ConfigurationException(VARIABLE + " is too short to be safe: it has " + key.length
                    + " characters, and needs " + WordKey.LEAST_BYTES + ".\nMake one with: openssl rand -base64 32");
        }
        return Optional.of(WordKey.of(key));
    }
}
