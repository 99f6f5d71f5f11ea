package dev.toolsmith.attio.extension;

import dev.toolsmith.runtime.discovery.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people in sales call the things of Attio. */
final class AttioWords {

    /** What is said of the tools that put a record on a list. */
    private static final List<String> PUT = List.of("entry", "assert", "create", "put", "record", "stand", "parent");

    private AttioWords() {}

    static SearchWords all() {
        Map<String, List<String>> words = new TreeMap<>();
        records(words);
        lists(words);
        attributes(words);
        others(words);
        return new SearchWords(words);
    }

    private static void records(Map<String, List<String>> words) {
        all(
                words,
                List.of("company"),
                "account",
                "business",
                "customer",
                "client",
                "vendor",
                "supplier",
                "partner",
                "organisation",
                "organization",
                "firm",
                "domain");
        all(words, List.of("person", "people"), "contact", "lead", "prospect", "somebody", "people", "person");
        all(words, List.of("deal"), "opportunity");
        all(words, List.of("record"), "custom object", "item");
        all(words, List.of("user"), "account of our product", "sign up", "signed up");
        all(words, List.of("search"), "look up", "anything called", "search");
    }

    private static void lists(Map<String, List<String>> words) {
        all(words, List.of("list"), "pipeline", "board", "funnel");
        all(words, List.of("entry"), "deal in a pipeline", "record on a list", "everyone pipeline", "everyone list");
        all(
                words,
                List.of("entry", "assert"),
                "put list",
                "put pipeline",
                "add record list",
                "add pipeline",
                "add to list");
        all(words, List.of("entry"), "take off list", "take out list", "remove list", "drop list", "drop pipeline");
        all(words, List.of("entry"), "remove pipeline", "move pipeline", "move list", "stage list", "stage pipeline");
        all(words, List.of("entry"), "deal list", "company list", "contact list", "person list", "account list");
        all(words, List.of("entry"), "company pipeline", "contact pipeline", "account pipeline", "sort list");
        all(
                words,
                PUT,
                "sign list",
                "enroll list",
                "put list stage",
                "put pipeline stage",
                "add deal list",
                "add deal pipeline");
        all(words, PUT, "add company list", "add company pipeline", "add person list", "add contact list");
        all(words, List.of("status"), "stage", "step");
        all(
                words,
                List.of("update", "entry", "record", "value"),
                "change stage deal",
                "set stage deal",
                "move stage deal",
                "update stage deal");
        all(words, List.of("list", "all", "record", "filter"), "what deal stage", "which deal stage");
    }

    private static void attributes(Map<String, List<String>> words) {
        all(words, List.of("attribute"), "field", "column", "property");
        all(words, List.of("select", "option"), "dropdown", "picklist", "choice", "tag");
        all(words, List.of("value", "historic"), "history", "before", "former", "earlier");
    }

    private static void others(Map<String, List<String>> words) {
        all(words, List.of("task"), "todo", "to-do", "follow up", "reminder", "remind", "assignment");
        all(words, List.of("note"), "memo", "minutes", "jot", "what we discussed", "write down");
        all(words, List.of("comment"), "reply", "remark", "mention");
        all(words, List.of("thread"), "conversation", "discussion");
        all(words, List.of("meeting"), "appointment", "calendar", "event with");
        all(words, List.of("recording"), "video", "call recorded");
        all(words, List.of("transcript"), "said call", "what was said", "spoken", "say", "word for word", "verbatim");
        all(words, List.of("member"), "teammate", "colleague", "team", "owner", "rep", "seat");
        all(words, List.of("workspace", "member"), "work here", "who works", "staff");
        all(words, List.of("webhook"), "event", "endpoint", "notification", "zapier", "callback");
        all(words, List.of("scope", "token"), "permission", "api key", "right");
        all(words, List.of("acting", "behalf"), "who am i", "logged in");
        all(words, List.of(), "crm");
    }

    private static void all(Map<String, List<String>> words, List<String> meant, String... said) {
        for (String each : said) {
            words.merge(each, meant, AttioWords::both);
        }
    }

    private static List<String> both(List<String> some, List<String> more) {
        List<String> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }
}
