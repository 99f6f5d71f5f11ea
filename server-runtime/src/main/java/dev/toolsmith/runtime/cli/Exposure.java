package dev.toolsmith.runtime.cli;

/** How a server shows its tools, as {@code --exposure} says. */
enum Exposure {
    /** Each one in the list. */
    ALL,
    /** By three tools that search, describe and call them. */
    DISCOVERY;

    /**
     * What was asked for.
     *
     * @throws UsageException when it is neither
     */
    static Exposure of(VerbCall call) {
        String said = call.option(ServerOptions.EXPOSURE).orElse("all");
        if (said.equals("all")) {
            return ALL;
        }
        if (said.equals("discovery")) {
            return DISCOVERY;
        }
        throw new UsageException("--exposure is all or discovery, not \"" + said + "\".");
    }
}
