package dev.toolsmith.runtime.upstream.request;

import tools.jackson.databind.JsonNode;

/**
 * A file among arguments.
 *
 * @param filename what it is called; empty when the call does not say
 * @param mediaType what it is
 * @param bytes what is in it
 */
record FilePart(String filename, String mediaType, byte[] bytes) {

    static boolean isFile(JsonNode value) {
        return value.isObject() && value.path("base64").isString();
    }

    /**
     * Reads one.
     *
     * @param usual what it is when the call does not say
     * @throws RefusedArgument when its content is no Base64, or its type none
     */
    static FilePart of(JsonNode value, String argument, String usual) {
        String mediaType = value.path("content_type").asString(usual);
        for (int i = 0; i < mediaType.length(); i++) {
            if (mediaType.charAt(i) < ' ' || mediaType.charAt(i) > '~') {
                throw new RefusedArgument("The argument \"content_type\" must be printable ASCII. Nothing was sent.");
            }
        }
        return new FilePart(
                value.path("filename").asString(""), mediaType, BodyBytes.base64(value.path("base64"), argument));
    }
}
