package dev.toolsmith.platform.admin;

import dev.toolsmith.platform.access.Administrators;
import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.hosting.HostedServers;
import dev.toolsmith.platform.hosting.HostedTools;
import dev.toolsmith.platform.store.Store;
import dev.toolsmith.runtime.transport.http.Admission;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * What the admin pages show and change.
 *
 * @param administrators who may sign in
 * @param connections the connected accounts
 * @param servers the hosted servers
 * @param tools the tools of every app
 * @param apiTokens the tokens of programs
 * @param store where the audit trail is read
 * @param exports one permit for each export of the trail that may be under way, here and elsewhere
 * @param admission which hosts the pages are served at
 * @param publicUrl the address that browsers see, where it is another one than the listener's
 * @param clock what time it is
 */
public record AdminParts(
        Administrators administrators,
        Connections connections,
        HostedServers servers,
        HostedTools tools,
        ApiTokens apiTokens,
        Store store,
        Semaphore exports,
        Admission admission,
        Optional<URI> publicUrl,
        Clock clock) {}
