package dev.toolsmith.sandbox;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A sandbox that runs for one class of tests and is reset before each of them. */
final class RunningSandbox implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    private AttioSandbox sandbox;

    @Override
    public void beforeAll(ExtensionContext context) {
        sandbox = AttioSandbox.start(0);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        calls().post("/_sandbox/reset", "");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        sandbox.close();
    }

    /** Calls with all scopes. */
    Caller calls() {
        return new Caller(sandbox);
    }
}
