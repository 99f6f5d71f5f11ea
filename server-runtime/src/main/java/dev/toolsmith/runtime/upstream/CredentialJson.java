package dev.toolsmith.runtime.upstream;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a credential that is a JSON object, by streaming, as it is read before a server lists its tools. */
final class CredentialJson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * A member of the object.
     *
     * @param text its text; empty when it is an object
     * @param members the texts of that object; empty when it is a text
     */
    record Member(String text, Map<String, String> members) {

        Member {
            members = Map.copyOf(members);
        }
    }

    private CredentialJson() {}

    /**
     * Whether it can be used.
     *
     * @throws IllegalArgumentException when it cannot; the message does not repeat it
     */
    static void check(String json) {
        Map<String, Member> members = read(json);
        refuseHalf(members.containsKey(GivenCredential.USERNAME), GivenCredential.USERNAME, members);
        refuseHalf(members.containsKey(GivenCredential.CLIENT_ID), GivenCredential.CLIENT_ID, members);
    }

    private static void refuseHalf(boolean begun, String first, Map<String, Member> members) {
        String second =
                first.equals(GivenCredential.USERNAME) ? GivenCredential.PASSWORD : GivenCredential.CLIENT_SECRET;
        if (begun && !members.containsKey(second)) {
            throw new IllegalArgumentException("The credential has the member \"" + first + "\", but not \"" + second
                    + "\", which belongs to it.");
        }
    }

    static Map<String, Member> read(String json) {
        Map<String, Member> members = new HashMap<>();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                members.put(
                        name,
                        parser.nextToken() == JsonToken.START_OBJECT
                                ? new Member("", texts(parser))
                                : new Member(text(parser), Map.of()));
            }
            if (parser.nextToken() == null && !members.isEmpty()) {
                return members;
            }
        } catch (JacksonException e) {
            // its message would repeat a part of the credential
        }
        throw unusable();
    }

    private static Map<String, String> texts(JsonParser parser) {
        Map<String, String> texts = new HashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            texts.put(name, text(parser));
        }
        if (texts.isEmpty()) {
            throw unusable();
        }
        return texts;
    }

    private static String text(JsonParser parser) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw unusable();
        }
        return parser.getString();
    }

    private static IllegalArgumentException unusable() {
        return new IllegalArgumentException("The credential begins with {, but is no JSON object of texts, such as"
                + " {\"username\": \"…\", \"password\": \"…\"}.");
    }
}
