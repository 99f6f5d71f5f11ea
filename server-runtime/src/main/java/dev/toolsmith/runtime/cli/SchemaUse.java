package dev.toolsmith.runtime.cli;

/** Whether tools are listed, and calls checked, by schemas that are exact for an account, as {@code --schemas} says. */
enum SchemaUse {
    /** They are; over standard input the first list does not wait for what has to be read of the account. */
    AUTO,
    /** They are, from the first list on. */
    WAIT,
    /** They are not: as the API's description has them. */
    PUBLISHED;

    /**
     * What was asked for.
     *
     * @throws UsageException when it is none of these
     */
    static SchemaUse of(VerbCall call) {
        String said = call.option(ServerOptions.SCHEMAS).orElse("auto");
        if (said.equals("auto")) {
            return AUTO;
        }
        if (said.equals("wait")) {
            return WAIT;
        }
        if (said.equals("published")) {
            return PUBLISHED;
        }
        throw new UsageException("--schemas is auto, wait or published, not \"" + said + "\".");
    }
}
