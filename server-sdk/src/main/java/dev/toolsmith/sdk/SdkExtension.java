package dev.toolsmith.sdk;

import dev.toolsmith.runtime.cli.Engine;
import dev.toolsmith.runtime.cli.ServerExtension;
import java.util.List;

/** Adds {@code --engine sdk} to a server. */
public final class SdkExtension implements ServerExtension {

    @Override
    public List<Engine> engines() {
        return List.of(new SdkEngine());
    }
}
