package golden;

import dev.toolsmith.runtime.cli.ServerExtension;

/** An extension for golden cases to name. */
public final class GoldenExtension implements ServerExtension {}
