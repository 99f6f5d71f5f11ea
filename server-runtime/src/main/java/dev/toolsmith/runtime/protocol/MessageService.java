package dev.toolsmith.runtime.protocol;

import java.util.concurrent.CompletableFuture;

/** Answers messages, one at a time or many at once. */
public interface MessageService {

    /**
     * Takes one message, which may be a batch.
     *
     * @param message UTF-8 JSON, not to be changed afterwards
     * @return completes with what to send back, never exceptionally
     */
    CompletableFuture<Answer> answer(byte[] message, Peer peer);

    /** The answer to a message that a transport did not even take in whole. */
    Answer unreadable(String why);
}
