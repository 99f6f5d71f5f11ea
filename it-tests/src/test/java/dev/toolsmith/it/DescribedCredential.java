package dev.toolsmith.it;

import dev.toolsmith.it.RecordingStub.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A credential for every scheme of a description, and where each has to arrive. */
record DescribedCredential(JsonNode schemes) {

    /** The credential of an account that has one for each scheme, as the server takes it from its environment. */
    String text() {
        ObjectNode text = Json.object();
        schemes.propertyNames().forEach(name -> text.put(name, of(name)));
        return text.toString();
    }

    /**
     * What is wrong with the credentials of a request: one alternative has to be met, and nothing else is to be sent. Where
     * the description says nothing, at most one credential arrives.
     */
    List<String> problems(DescribedOperation operation, Sent sent) {
        List<String> arrived = new ArrayList<>();
        for (String scheme : schemes.propertyNames()) {
            if (arrives(scheme, sent)) {
                arrived.add(scheme);
            }
        }
        Optional<List<List<String>>> wanted = operation.security();
        boolean well = wanted.isEmpty() ? arrived.size() <= 1 : isOneOf(wanted.get(), arrived);
        List<String> problems = new ArrayList<>();
        if (!well) {
            problems.add("credentials of " + arrived + " arrive and not one of " + wanted.orElse(List.of()));
        }
        if (arrived.isEmpty() && sent.toString().contains("credential-of-")) {
            problems.add("a credential stands where none is asked for");
        }
        return problems;
    }

    private static boolean isOneOf(List<List<String>> wanted, List<String> arrived) {
        return wanted.isEmpty()
                ? arrived.isEmpty()
                : wanted.stream().anyMatch(each -> arrived.containsAll(each) && each.containsAll(arrived));
    }

    private boolean arrives(String name, Sent sent) {
        JsonNode scheme = schemes.path(name);
        if (!scheme.path("type").asString().equals("apiKey")) {
            return sent.header("Authorization").equals("Bearer " + of(name));
        }
        String pair = scheme.path("name").asString() + "=" + of(name);
        return switch (scheme.path("in").asString()) {
            case "query" -> WireRules.pairs(sent.query()).contains(pair);
            case "cookie" -> WireRules.cookies(sent.header("Cookie")).contains(pair);
            default -> sent.header(scheme.path("name").asString()).equals(of(name));
        };
    }

    private static String of(String scheme) {
        return "credential-of-" + scheme;
    }
}
