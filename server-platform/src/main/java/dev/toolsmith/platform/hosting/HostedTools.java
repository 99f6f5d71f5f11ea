package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.account.HostedExtras;
import dev.toolsmith.platform.model.ProblemException;
import dev.toolsmith.platform.model.ServerConfig;
import dev.toolsmith.platform.versions.AppVersion;
import dev.toolsmith.platform.versions.AppVersion.Left;
import dev.toolsmith.platform.versions.AppVersions;
import dev.toolsmith.platform.versions.VersionKeeper;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.ToolPreset;
import dev.toolsmith.runtime.text.ClosestNames;
import dev.toolsmith.runtime.text.ShortText;
import java.util.List;
import java.util.Optional;

/** The tools of every app as they are at this moment, and what servers' configurations leave of them. */
public final class HostedTools {

    private static final int LONGEST_PRESET = 64;

    private final VersionKeeper keeper;
    private final AppVersions versions;
    private final HostedExtras extras;

    /** Those of the versions that are kept. */
    public HostedTools(VersionKeeper keeper) {
        this(keeper, HostedExtras.NONE);
    }

    /** Those of the versions that are kept, with what is known for all of them. */
    public HostedTools(VersionKeeper keeper, HostedExtras extras) {
        this.keeper = keeper;
        this.versions = keeper.versions();
        this.extras = extras;
    }

    /** What is known for the tools of all apps. */
    public HostedExtras extras() {
        return extras;
    }

    /** The presets that fit an app's newest version, and leave something of it; of names, those that are there. */
    public List<ToolPreset> presets(String app) {
        Optional<AppVersion> newest = versions.newest(app);
        return extras.allPresets().stream()
                .map(preset -> newest.map(
                                version -> preset.fitting(version.tools().tools()))
                        .orElse(preset))
                .filter(preset -> newest.map(version -> version.left(preset.selection()))
                        .filter(left ->
                                left.tools().isPresent() && left.dropped().isEmpty())
                        .isPresent())
                .toList();
    }

    /**
     * The restriction that a preset makes of an app's tools.
     *
     * @throws ProblemException 400 when there is no such preset for the app
     */
    public ServerConfig preset(String app, String name) {
        List<ToolPreset> presets = presets(app);
        return presets.stream()
                .filter(preset -> preset.name().equals(name))
                .findFirst()
                .map(preset -> ServerConfig.of(preset.selection()))
                .orElseThrow(() -> unknownPreset(name, presets));
    }

    private static ProblemException unknownPreset(String name, List<ToolPreset> presets) {
        List<String> names = presets.stream().map(ToolPreset::name).toList();
        String meant = ClosestNames.to(name, names)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        return ProblemException.of(
                400,
                "unknown_preset",
                "There is no preset \"" + ShortText.of(name, LONGEST_PRESET) + "\" for these tools." + meant
                        + " There are: " + String.join(", ", names) + ".",
                "/preset");
    }

    /** Keeps versions for servers that are pinned to them. */
    public VersionKeeper keeper() {
        return keeper;
    }

    /** The versions that there are. */
    public AppVersions versions() {
        return versions;
    }

    /**
     * All tools of an app's newest version.
     *
     * @throws ProblemException 400 when there is no such app
     */
    public BundleTools of(String app) {
        return newest(app).tools();
    }

    /** The version that a configuration means; empty when the app, or the version that it is pinned to, is not there. */
    public Optional<AppVersion> version(String app, ServerConfig config) {
        return config.pinnedVersion().isPresent()
                ? versions.find(app, config.pinnedVersion().get())
                : versions.newest(app);
    }

    /** Whether an app's tools may be listed otherwise than they are published. */
    boolean knowsAccounts(String app) {
        return versions.newest(app)
                .filter(version -> version.api().schemas().isPresent())
                .isPresent();
    }

    private AppVersion newest(String app) {
        return versions.newest(app)
                .orElseThrow(() -> ProblemException.of(
                        400, "unknown_app", "This server has no tools of the app \"" + app + "\".", "/app"));
    }

    /**
     * What a configuration leaves of an app's tools.
     *
     * @throws ProblemException 400 when a part of it fits no tool, when no tool is left, or when it is pinned to a version
     *     that is not there
     */
    public BundleTools view(String app, ServerConfig config) {
        AppVersion version = newest(app);
        if (config.pinnedVersion().isPresent()) {
            version = version(app, config).orElseThrow(() -> unknownVersion(app, config));
        }
        return version.view(config.selection());
    }

    private ProblemException unknownVersion(String app, ServerConfig config) {
        return AppVersions.unknown(app, config.pinnedVersion().orElse(""));
    }

    /** What a configuration leaves of an app's tools now, whatever they were when it was made. */
    public Left left(String app, ServerConfig config) {
        return version(app, config)
                .map(version -> version.left(config.selection()))
                .orElseGet(Left::nothing);
    }
}
