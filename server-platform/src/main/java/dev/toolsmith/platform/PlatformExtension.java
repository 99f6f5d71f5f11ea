package dev.toolsmith.platform;

import dev.toolsmith.platform.account.HostedApi;
import dev.toolsmith.platform.cli.AdminVerb;
import dev.toolsmith.platform.cli.AuditVerb;
import dev.toolsmith.platform.cli.BackupVerb;
import dev.toolsmith.platform.cli.DoctorVerb;
import dev.toolsmith.platform.cli.KeysVerb;
import dev.toolsmith.platform.cli.RestoreVerb;
import dev.toolsmith.platform.cli.ServeVerb;
import dev.toolsmith.runtime.cli.ServerExtension;
import dev.toolsmith.runtime.cli.Verb;
import java.util.List;

/** Adds hosting to a server: {@code serve}, and the verbs that look after what it keeps. */
public final class PlatformExtension implements ServerExtension {

    private final List<HostedApi> apis;

    /** Hosting of plain APIs. */
    public PlatformExtension() {
        this(List.of());
    }

    /** Hosting of a server's APIs; what is not told of one is taken to be plain. */
    public PlatformExtension(List<HostedApi> apis) {
        this.apis = List.copyOf(apis);
    }

    @Override
    public List<Verb> verbs() {
        return List.of(
                new ServeVerb(apis),
                new DoctorVerb(),
                new KeysVerb(),
                new BackupVerb(),
                new RestoreVerb(),
                new AuditVerb(),
                new AdminVerb());
    }
}
