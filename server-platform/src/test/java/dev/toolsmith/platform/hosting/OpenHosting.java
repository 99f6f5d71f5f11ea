package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.platform.vault.Tokens;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** The parts of {@link Hosting} for tests of other packages. */
public final class OpenHosting implements AutoCloseable {

    public static final String APP = "crm";
    public static final String KEY = Hosting.KEY;

    private final Hosting hosting;

    public OpenHosting(Path folder) {
        this.hosting = new Hosting(folder);
    }

    /** Lets the API accept a key. */
    public void account(String key, String workspace, String scopes) {
        hosting.stub.account(key, workspace, scopes);
    }

    public Store store() {
        return hosting.store;
    }

    public Tokens tokens() {
        return hosting.tokens;
    }

    public HostedTools tools() {
        return hosting.tools;
    }

    public ApiTokens apiTokens() {
        return hosting.apiTokens;
    }

    public Connections connections() {
        return hosting.connections;
    }

    public HostedServers servers() {
        return hosting.servers;
    }

    public Clock clock() {
        return hosting.clock;
    }

    /** Moves to other bundles. */
    public void moveTo(ToolBundle... bundles) {
        hosting.moveTo(bundles);
    }

    public void move(Duration by) {
        hosting.clock.move(by);
    }

    @Override
    public void close() {
        hosting.close();
    }
}
