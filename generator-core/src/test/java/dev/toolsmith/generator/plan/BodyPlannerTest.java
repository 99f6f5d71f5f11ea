package dev.toolsmith.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.tool.ArgumentBinding.BodyProperty;
import dev.toolsmith.generator.tool.BodyPart;
import dev.toolsmith.generator.tool.ToolBody;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyPlannerTest {

    private static final String FILE = "{\"type\":\"object\",\"properties\":{"
            + "\"base64\":{\"type\":\"string\",\"contentEncoding\":\"base64\",\"description\":\"The bytes in Base64.\"},"
            + "\"filename\":{\"type\":\"string\",\"description\":\"The file's name.\"},"
            + "\"content_type\":{\"type\":\"string\",\"description\":\"The file's media type, such as image/png.\"}},"
            + "\"required\":[\"base64\"],\"additionalProperties\":false}";

    @Test
    void filesAreObjectsWithTheirBytesInBase64() {
        ToolModel tool = Planning.ofPost("requestBody: {required: true, content: {multipart/form-data: {schema:"
                        + " {type: object, required: [file], properties: {file: {type: string, format: binary}}}}}}")
                .tool();

        assertThat(tool.input().node().at("/properties/file").toString()).isEqualTo(FILE);
        assertThat(tool.bindings()).containsExactly(new BodyProperty("file", "file", true));
    }

    /** What stands in the description for one or several files, and where in the input schema one of them stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: array, items: {type: string, format: binary}} | /items",
                "{anyOf: [{type: string, format: binary}, {type: array, items: {type: string, format: binary}}]} | /anyOf/0",
                "{$ref: '#/components/schemas/File'} | ''",
                "{type: array, items: {$ref: '#/components/schemas/File'}} | /items",
                "{type: string, contentMediaType: image/png} | ''",
            })
    void filesStandWhereverAMultipartBodyHasBytes(String schema, String place) {
        ToolModel tool = Planning.of(Planning.operation(
                                "post",
                                "/things",
                                "requestBody: {required: true, content: {multipart/form-data: {schema: {type: object,"
                                        + " properties: {file: " + schema + "}}}}}")
                        + "components: {schemas: {File: {type: string, format: binary}}}\n")
                .tool();

        assertThat(tool.input().node().at("/properties/file" + place).toString())
                .isEqualTo(FILE);
    }

    @Test
    void aPropertyThatIsEncodedAsAnImageIsAFile() {
        ToolModel tool = Planning.ofPost("requestBody: {required: true, content: {multipart/form-data: {schema:"
                        + " {type: object, properties: {photo: {}, note: {type: object}, tags: {type: array,"
                        + " items: {type: string}}}}, encoding: {photo: {contentType: 'image/png, image/jpeg'},"
                        + " note: {contentType: application/json}, tags: {style: pipeDelimited, explode: false}}}}}")
                .tool();

        assertThat(tool.input().node().at("/properties/photo").toString()).isEqualTo(FILE);
        assertThat(tool.body().orElseThrow().parts())
                .containsExactly(
                        new BodyPart("photo", "image/png", "", false),
                        new BodyPart("note", "application/json", "", false),
                        new BodyPart("tags", "", "pipeDelimited", false));
    }

    @Test
    void textInBase64IsNoFile() {
        ToolModel tool = Planning.ofPost("requestBody: {required: true, content: {multipart/form-data: {schema:"
                        + " {type: object, properties: {key: {type: string, format: byte}}}}}}")
                .tool();

        assertThat(tool.input().node().at("/properties/key").toString())
                .isEqualTo("{\"type\":\"string\",\"contentEncoding\":\"base64\"}");
    }

    @Test
    void aFormWithoutFieldsCostsTheToolAlone() {
        Planning planning = Planning.ofPost("requestBody: {required: true, content: {multipart/form-data: {schema:"
                + " {type: string, format: binary}}}}");

        assertThat(planning.names()).isEmpty();
        assertThat(planning.codes()).containsExactly("unsupported-body");
    }

    @ParameterizedTest
    @CsvSource({
        "application/octet-stream, BINARY",
        "image/png, BINARY",
        "application/xml, TEXT",
        "application/soap+xml, TEXT",
        "application/x-ndjson, TEXT",
        "text/csv, TEXT",
        "application/vnd.api+json, JSON",
        "application/x-www-form-urlencoded, FORM",
    })
    void everyMediaTypeHasItsEncoding(String mediaType, ToolBody.Encoding encoding) {
        ToolModel tool = Planning.ofPost("requestBody: {required: true, content: {" + mediaType + ": {}}}")
                .tool();

        assertThat(tool.body()).contains(new ToolBody(encoding, mediaType, List.of()));
    }
}
