package com.example.helpdesk;

import dev.toolsmith.runtime.account.SchemaContributor;
import dev.toolsmith.runtime.cli.ServerExtension;
import java.util.List;

/** Makes the server's tools know the fields of the account that they work in. */
public final class HelpdeskExtension implements ServerExtension {

    @Override
    public List<SchemaContributor> schemaContributors() {
        return List.of(new TicketSchemas());
    }
}
