package dev.toolsmith.generator.golden;

import java.util.ArrayList;
import java.util.List;

/** Texts that break generators: each would run code, end a literal, a comment, a line or a file's path, if it could. */
public final class HostilePayloads {

    static final String MARKER = "toolsmith.hostile";

    private static final String CODE = "System.setProperty(\"" + MARKER + "\", \"x\");";
    private static final String BLOCK = "static{" + CODE + "}";

    private HostilePayloads() {}

    public static List<String> all() {
        List<String> all = new ArrayList<>();
        all.addAll(comments());
        all.addAll(literals());
        all.addAll(characters());
        all.addAll(names());
        all.addAll(templates());
        return List.copyOf(all);
    }

    private static List<String> comments() {
        return List.of(
                "*/ " + BLOCK + " /*",
                "\\u002a\\u002f " + BLOCK + " \\u002f\\u002a",
                "*\\u002f " + BLOCK + " /*",
                "*\\uuuu002f " + BLOCK,
                "x\n" + CODE + " //",
                "x\\u000a " + CODE + " //",
                "x\r" + CODE,
                "// " + CODE,
                "/** {@code */ " + BLOCK + "}",
                "{@link #x} @deprecated */ " + BLOCK,
                "<!-- --> */ " + BLOCK,
                "*\u200b/ " + BLOCK);
    }

    private static List<String> literals() {
        return List.of(
                "\"; " + CODE + " //",
                "\\\"; " + CODE + " //",
                "\\u0022; " + CODE + " //",
                "\\\\u0022; " + CODE + " //",
                "\\",
                "\\\\",
                "\"",
                "\"\"\"",
                "\"\"\" + " + CODE,
                "\\uZZZZ",
                "\\u",
                "\\u005c\\u0022; " + CODE,
                "\\0",
                "\\8",
                "'",
                "\"+System.exit(1)+\"",
                "\" }; } " + BLOCK + " {{ \"",
                "$T $S $L $N $W $$ $[ $] $> $< $Z",
                "%s %n %1$s %d %");
    }

    private static List<String> characters() {
        return List.of(
                "\u2028" + CODE,
                "\u2029" + CODE,
                "\u0085" + CODE,
                "\u0000",
                "\u0001\u0007\u001b[31m",
                "\u007f\u0080",
                "\ud800",
                "\udc00x\ud83d",
                "\ud83d\ude00",
                "\u202e" + CODE + "\u202c",
                "\u2066x\u2069",
                "a\u200bb",
                "\ufeff",
                "\uff49\uff46",
                "\u00e9\u0301",
                "\udb40\udc41\udb40\udc42",
                "\uffff",
                "\t\f\u000b");
    }

    private static List<String> names() {
        return List.of(
                "../../../x",
                "..\\..\\x",
                "/etc/x",
                "C:x",
                "CON",
                "nul.txt",
                "a/b",
                ".",
                "..",
                "",
                " ",
                "class",
                "String",
                "Object",
                "a(){} " + BLOCK,
                "x".repeat(5000),
                "a\0b",
                "__proto__",
                "$ref",
                "#/../x");
    }

    private static List<String> templates() {
        return List.of(
                "<script>" + CODE + "</script>",
                "\"><img src=x onerror=alert(1)>",
                "'><svg/onload=alert(1)>",
                "</title></style></code><script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "| a | b |\n|---|---|\n# h",
                "```\n</script>\n```",
                "${jndi:ldap://x/y}",
                "{{7*7}} #{7*7} <%= 7*7 %>",
                "{id}",
                "{",
                "}");
    }
}
