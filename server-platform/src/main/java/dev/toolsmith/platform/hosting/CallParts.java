package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.access.ApiTokens;
import dev.toolsmith.platform.account.Connections;
import dev.toolsmith.platform.limits.CallLimits;
import dev.toolsmith.platform.store.ChangeLock;
import dev.toolsmith.platform.store.Store;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What the path of a call goes through.
 *
 * @param store keeps the trail
 * @param servers what is offered to whom
 * @param tools the tools of all apps, with what sends their calls
 * @param connections the accounts that are called
 * @param apiTokens what callers prove themselves with
 * @param limits how many calls may be made
 * @param destinations where APIs may send data to
 * @param publicBase where people reach this platform, without a slash at the end
 * @param observer told of every call
 * @param threads carry calls on once their rows are durable
 * @param lock what changes of servers, connections and API tokens are made under
 * @param clock the time that tells when something has expired
 */
public record CallParts(
        Store store,
        HostedServers servers,
        HostedTools tools,
        Connections connections,
        ApiTokens apiTokens,
        CallLimits limits,
        DestinationHosts destinations,
        Supplier<URI> publicBase,
        CallObserver observer,
        Executor threads,
        ChangeLock lock,
        Clock clock) {}
