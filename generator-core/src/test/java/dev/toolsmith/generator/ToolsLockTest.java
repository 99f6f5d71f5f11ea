package dev.toolsmith.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.generator.GeneratorResult.Outcome;
import dev.toolsmith.generator.diagnose.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What acceptance writes, and when a build asks for it. */
class ToolsLockTest {

    @TempDir
    private Path folder;

    private LockedShop shop;

    @BeforeEach
    void describe() throws IOException {
        shop = new LockedShop(folder);
    }

    @Test
    void acceptingWritesOneToolALine() throws IOException {
        GeneratorResult result = shop.accept();

        assertThat(LockedShop.told(result))
                .containsExactly("info tools-accepted at tools.lock#: The file now has 3 tools of shop\n"
                        + "  Review the change of the file and commit it");
        assertThat(Files.readString(shop.lock).replaceAll("[0-9a-f]{64}", "HASH"))
                .isEqualTo("""
                {
                "about": "The tools that were accepted. Written by toolsmith:generate -Dtoolsmith.accept",
                "format": 1,
                "apps": {
                "shop": {
                "server": "https://shop.example",
                "credentials": ["o: oauth2 (clientCredentials) with tokens from https://shop.example/token"],
                "auth": [["o"]],
                "tools": [
                {"name":"shop_create_cart","operation":"POST /carts","class":"write","reads":false,"scopes":["carts"],"sha256":"HASH"},
                {"name":"shop_find_carts","operation":"POST /find","class":"custom","reads":true,"scopes":["carts"],"sha256":"HASH"},
                {"name":"shop_list_carts","operation":"GET /carts","class":"read","reads":true,"scopes":["carts"],"sha256":"HASH"}
                ]
                }
                }
                }
                """);
    }

    @Test
    void withoutALockTheBuildGoesOnAndSaysHowToMakeOne() {
        GeneratorResult result = shop.generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(LockedShop.told(result))
                .containsExactly(
                        "info no-tools-lock at tools.lock#: There is no such file, so the tools may change with"
                                + " the description and nobody is asked\n"
                                + "  Run once with -Dtoolsmith.accept and commit the file");
        assertThat(shop.lock).doesNotExist();
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void whatWasAcceptedIsGeneratedAndThenUpToDate() throws IOException {
        shop.accept();

        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        Files.delete(shop.folder.resolve("java/com/shop/ShopListCarts.java"));
        GeneratorResult again = shop.generate();
        assertThat(again.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(again.diagnostics()).isEmpty();
    }

    @Test
    void argumentsThatAServerAddsToAnyApiNeedNoAcceptance() throws IOException {
        shop.accept();
        shop.change(
                "security: [{o: [carts]}], responses: {\"200\": {description: Done.}}",
                "security: [{o: [carts]}], responses: {\"200\": {description: Done., content: {application/json: {schema: {type: array}}}}}");

        GeneratorResult result = shop.generate();

        assertThat(result.outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(LockedShop.told(result)).isEmpty();
        assertThat(Files.readString(shop.folder.resolve("resources/META-INF/toolsmith/shop/index.json")))
                .contains("\"server\":[\"fields\",\"view\"]");
    }

    @Test
    void acceptingWhatIsAcceptedLeavesTheFileAlone() throws IOException {
        shop.accept();
        FileTime longAgo = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
        Files.setLastModifiedTime(shop.lock, longAgo);

        GeneratorResult result = shop.accept();

        assertThat(result.diagnostics()).isEmpty();
        assertThat(Files.getLastModifiedTime(shop.lock)).isEqualTo(longAgo);
    }

    @Test
    void apisShareTheFileAndDoNotTouchEachOther() throws IOException {
        shop.accept();
        GeneratorResult unknown = ToolGenerator.generate(shop.request("bank", false, Optional.of(shop.lock)));

        assertThat(LockedShop.told(unknown))
                .singleElement()
                .asString()
                .startsWith(
                        "error tools-not-accepted at tools.lock#: 3 changes of bank's tools are not accepted; the file"
                                + " has no tools of bank yet\n");
        String first = Files.readString(shop.lock);
        ToolGenerator.generate(shop.request("bank", true, Optional.of(shop.lock)));
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        assertThat(Files.readString(shop.lock))
                .contains(first.substring(first.indexOf("\"shop\""), first.lastIndexOf("]\n}")))
                .containsSubsequence("\"bank\": {", "\"shop\": {");
    }

    @Test
    void aLockThatSomebodyTookAwayOrTookBackIsNoticedThoughNothingElseChanged() throws IOException {
        shop.accept();
        String three = Files.readString(shop.lock);
        Files.writeString(shop.lock, three.replaceFirst("(?m)^\\{\"name\":\"shop_find_carts\".*\n", ""));

        assertThat(LockedShop.told(shop.generate())).first().asString().contains("shop_find_carts is new");
        Files.writeString(shop.lock, three);
        assertThat(shop.generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
        Files.delete(shop.lock);
        assertThat(shop.generate().diagnostics()).extracting(Diagnostic::code).containsExactly("no-tools-lock");
    }

    @Test
    void acceptingNeedsAFile() {
        GeneratorResult result = ToolGenerator.generate(shop.request("shop", true, Optional.empty()));

        assertThat(LockedShop.told(result))
                .containsExactly(
                        "error no-lock-to-accept at configuration#/accept: The tools cannot be accepted: no file is"
                                + " named to record them in\n"
                                + "  Name one, for example -Dtoolsmith.lock=tools.lock");
    }

    @Test
    void errorsInTheDescriptionAreNotAccepted() throws IOException {
        shop.accept();
        byte[] accepted = Files.readAllBytes(shop.lock);
        shop.change("createCart", "list_carts");

        assertThat(shop.accept().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Files.readAllBytes(shop.lock)).isEqualTo(accepted);
    }
}
