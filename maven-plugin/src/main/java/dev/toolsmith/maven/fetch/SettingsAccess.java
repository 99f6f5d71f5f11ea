package dev.toolsmith.maven.fetch;

import java.net.PasswordAuthentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What Maven's settings and the environment say about how to be let in, decrypted by Maven. */
final class SettingsAccess {

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Map<String, String> environment;

    SettingsAccess(Settings settings, SettingsDecrypter decrypter, Map<String, String> environment) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.environment = environment;
    }

    /** The active proxies, in the order of the settings. */
    MavenProxies proxies() throws FetchFault {
        List<MavenProxies.Rule> rules = new ArrayList<>();
        for (Proxy proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
                check(result, "proxy " + proxy.getHost());
                rules.add(rule(result.getProxy()));
            }
        }
        return new MavenProxies(rules);
    }

    /** The headers that a source asks for. */
    RequestHeaders headers(Source source) throws FetchFault {
        RequestHeaders headers = RequestHeaders.NONE;
        String serverId = source.serverId();
        if (serverId != null) {
            headers = server(serverId);
        }
        String variable = source.tokenEnv();
        if (variable != null) {
            String token = environment.getOrDefault(variable, "");
            if (!token.strip().matches("[\\x21-\\x7E]+")) {
                throw new FetchFault(
                        "The environment variable " + variable + (token.isBlank() ? " is not set" : " has no token"),
                        "Set it to the bearer token that the URL asks for");
            }
            headers = headers.with(RequestHeaders.bearer(token).values());
        }
        return headers;
    }

    private RequestHeaders server(String id) throws FetchFault {
        Server found = settings.getServer(id);
        if (found == null) {
            throw new FetchFault(
                    "The settings have no <server> " + id,
                    "Add one with username and password, or a password as a token");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(found));
        check(result, "server " + id);
        Server server = result.getServer();
        RequestHeaders headers =
                login(Optional.ofNullable(server.getUsername()), Optional.ofNullable(server.getPassword()));
        return headers.with(configured(server));
    }

    private static RequestHeaders login(Optional<String> user, Optional<String> password) {
        return user.map(name -> RequestHeaders.basic(name, password.orElse("")))
                .or(() -> password.map(RequestHeaders::bearer))
                .orElse(RequestHeaders.NONE);
    }

    /** As Maven itself reads them: {@code <httpHeaders><property><name/><value/></property></httpHeaders>}. */
    private static Map<String, String> configured(Server server) {
        Map<String, String> headers = new TreeMap<>();
        if (server.getConfiguration() instanceof Xpp3Dom configuration
                && configuration.getChild("httpHeaders") != null) {
            for (Xpp3Dom property : configuration.getChild("httpHeaders").getChildren("property")) {
                headers.put(text(property, "name"), text(property, "value"));
            }
        }
        return headers;
    }

    private static String text(Xpp3Dom parent, String child) {
        Xpp3Dom found = parent.getChild(child);
        return found == null || found.getValue() == null ? "" : found.getValue().strip();
    }

    private static MavenProxies.Rule rule(Proxy proxy) {
        Optional<PasswordAuthentication> login = Optional.ofNullable(proxy.getUsername())
                .filter(name -> !name.isEmpty())
                .map(name -> new PasswordAuthentication(
                        name,
                        Optional.ofNullable(proxy.getPassword()).orElse("").toCharArray()));
        return new MavenProxies.Rule(
                proxy.getProtocol(),
                proxy.getHost(),
                proxy.getPort(),
                Optional.ofNullable(proxy.getNonProxyHosts()).orElse(""),
                login);
    }

    private static void check(SettingsDecryptionResult result, String of) throws FetchFault {
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new FetchFault(
                        "The password of " + of + " in the settings cannot be decrypted: " + problem.getMessage(),
                        "See https://maven.apache.org/guides/mini/guide-encryption.html");
            }
        }
    }
}
