package dev.toolsmith.runtime.transport.stdio;

import dev.toolsmith.runtime.protocol.Subscription;

/**
 * Puts a subscription's messages between a client's answers.
 *
 * @param answers where they are written
 */
record PipeSink(AnswerQueue answers) implements Subscription.Sink {

    @Override
    public void send(byte[] message) {
        answers.send(message);
    }

    @Override
    public void end(byte[] message) {
        answers.send(message);
    }
}
