package dev.toolsmith.runtime.discovery;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What people say for what every API can do. */
final class GeneralWords {

    static final SearchWords WORDS = new SearchWords(meanings());

    private GeneralWords() {}

    private static Map<String, List<String>> meanings() {
        Map<String, List<String>> words = new TreeMap<>();
        all(
                words,
                List.of("create"),
                "add",
                "new",
                "make",
                "log",
                "write",
                "start",
                "record that",
                "post",
                "enter",
                "register");
        all(words, List.of("create"), "add", "new", "make", "log", "write", "start", "record that", "post", "enter");
        all(
                words,
                List.of("create"),
                "register",
                "book",
                "schedule",
                "jot",
                "draft",
                "leave",
                "insert",
                "attach",
                "upload");
        all(words, List.of("create"), "save", "begin", "set up", "invite", "subscribe", "generate");
        all(words, List.of("update", "change"), "rename", "edit", "set", "modify", "move", "mark", "correct", "fix");
        all(words, List.of("update", "change"), "adjust", "raise", "lower", "increase", "decrease", "postpone", "push");
        all(words, List.of("update", "change"), "bump", "give another", "assign", "reassign", "close", "reopen");
        all(
                words,
                List.of("update", "change"),
                "complete",
                "finish",
                "resolve",
                "archive",
                "restore",
                "extend",
                "shift");
        all(words, List.of("update", "change"), "advance", "promote", "switch", "convert", "tick", "won", "lost");
        all(words, List.of("update"), "change");
        all(words, List.of("delete"), "remove", "drop", "erase", "get rid", "throw away", "stop", "cancel", "purge");
        all(words, List.of("delete"), "discard", "trash", "unsubscribe", "kick");
        all(words, List.of("list", "all"), "show", "which", "what", "find", "every", "everyone", "everything", "who");
        all(
                words,
                List.of("list", "all"),
                "any",
                "browse",
                "overview",
                "how many",
                "count",
                "sort",
                "latest",
                "newest");
        all(words, List.of("get", "single"), "open", "detail", "look up", "view", "profile", "read", "see");
        all(words, List.of("search"), "look for", "search", "anywhere", "everywhere", "called");
        all(words, List.of("assert"), "upsert", "make sure", "create update", "find create", "add update", "already");
        all(words, List.of("assert"), "twice", "without duplicate", "update not add");
        all(words, List.of("overwrite"), "replace", "only");
        all(words, List.of(), "bulk", "batch", "mass");
        return words;
    }

    private static void all(Map<String, List<String>> words, List<String> meant, String... said) {
        for (String each : said) {
            words.put(each, meant);
        }
    }
}
