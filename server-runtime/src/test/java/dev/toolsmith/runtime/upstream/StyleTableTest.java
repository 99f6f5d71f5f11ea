package dev.toolsmith.runtime.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.Shop;
import dev.toolsmith.runtime.fixture.StubApi;
import dev.toolsmith.runtime.tool.ApiRequest;
import dev.toolsmith.runtime.tool.ToolArguments;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every style in every place, after the Style Examples of OpenAPI 3.1.1. */
final class StyleTableTest {

    private static StubApi.Got sent(Function<ToolArguments, ApiRequest> mapping, String value) {
        try (Shop shop = new Shop().with("shop_t", "get", "", Shop.ANY, mapping)) {
            assertThat(shop.text("shop_t", "{\"color\":" + value.replace('\'', '"') + "}"))
                    .isEqualTo("{}");
            return shop.api().only();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "simple ~ false ~ 'blue'                   ~ blue",
                "simple ~ false ~ ['blue','black','brown'] ~ blue,black,brown",
                "simple ~ false ~ {'R':100,'G':200,'B':150} ~ R,100,G,200,B,150",
                "simple ~ true  ~ 'blue'                   ~ blue",
                "simple ~ true  ~ ['blue','black','brown'] ~ blue,black,brown",
                "simple ~ true  ~ {'R':100,'G':200,'B':150} ~ R=100,G=200,B=150",
                "label  ~ false ~ 'blue'                   ~ .blue",
                "label  ~ false ~ ['blue','black','brown'] ~ .blue,black,brown",
                "label  ~ false ~ {'R':100,'G':200,'B':150} ~ .R,100,G,200,B,150",
                "label  ~ true  ~ 'blue'                   ~ .blue",
                "label  ~ true  ~ ['blue','black','brown'] ~ .blue.black.brown",
                "label  ~ true  ~ {'R':100,'G':200,'B':150} ~ .R=100.G=200.B=150",
                "matrix ~ false ~ 'blue'                   ~ ;color=blue",
                "matrix ~ false ~ ['blue','black','brown'] ~ ;color=blue,black,brown",
                "matrix ~ false ~ {'R':100,'G':200,'B':150} ~ ;color=R,100,G,200,B,150",
                "matrix ~ true  ~ 'blue'                   ~ ;color=blue",
                "matrix ~ true  ~ ['blue','black','brown'] ~ ;color=blue;color=black;color=brown",
                "matrix ~ true  ~ {'R':100,'G':200,'B':150} ~ ;R=100;G=200;B=150",
                "json   ~ false ~ {'R':100,'G':[1]}        ~ %7B%22R%22%3A100%2C%22G%22%3A%5B1%5D%7D",
                "json   ~ false ~ 'blue'                   ~ %22blue%22",
                "simple ~ false ~ ['a,b','c;d']            ~ a%2Cb,c%3Bd",
                "label  ~ true  ~ ['a.b','c=d']            ~ .a.b.c%3Dd",
                "matrix ~ true  ~ ['a;b','c/d']            ~ ;color=a%3Bb;color=c%2Fd",
                "simple ~ false ~ 1.50                     ~ 1.50",
                "simple ~ false ~ true                     ~ true",
                "simple ~ false ~ [1,2.5,false]            ~ 1,2.5,false"
            })
    void inThePath(String style, boolean explode, String value, String expected) {
        StubApi.Got got = sent(
                args -> ApiRequest.get("/x/{color}/y").path("color", args.required("color"), style, explode), value);
        assertThat(got.target()).isEqualTo("/x/" + expected + "/y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "form           ~ false ~ ''                       ~ color=",
                "form           ~ false ~ 'blue'                   ~ color=blue",
                "form           ~ false ~ ['blue','black','brown'] ~ color=blue,black,brown",
                "form           ~ false ~ {'R':100,'G':200,'B':150} ~ color=R,100,G,200,B,150",
                "form           ~ true  ~ ''                       ~ color=",
                "form           ~ true  ~ 'blue'                   ~ color=blue",
                "form           ~ true  ~ ['blue','black','brown'] ~ color=blue&color=black&color=brown",
                "form           ~ true  ~ {'R':100,'G':200,'B':150} ~ R=100&G=200&B=150",
                "spaceDelimited ~ false ~ ['blue','black','brown'] ~ color=blue%20black%20brown",
                "spaceDelimited ~ false ~ {'R':100,'G':200,'B':150} ~ color=R%20100%20G%20200%20B%20150",
                "spaceDelimited ~ true  ~ ['blue','black']         ~ color=blue&color=black",
                "pipeDelimited  ~ false ~ ['blue','black','brown'] ~ color=blue%7Cblack%7Cbrown",
                "pipeDelimited  ~ false ~ {'R':100,'G':200,'B':150} ~ color=R%7C100%7CG%7C200%7CB%7C150",
                "deepObject     ~ true  ~ {'R':100,'G':200,'B':150} ~ color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
                "deepObject     ~ true  ~ {'R':{'a':[1,2]}}        ~ color%5BR%5D%5Ba%5D=1&color%5BR%5D%5Ba%5D=2",
                "deepObject     ~ true  ~ {'R':[{'a':1},{'a':2}]}  ~ color%5BR%5D%5B0%5D%5Ba%5D=1&color%5BR%5D%5B1%5D%5Ba%5D=2",
                "deepObject     ~ true  ~ 'blue'                   ~ color=blue",
                "json           ~ false ~ {'R':[100]}              ~ color=%7B%22R%22%3A%5B100%5D%7D",
                "json           ~ false ~ 'blue'                   ~ color=%22blue%22",
                "json           ~ false ~ []                       ~ color=%5B%5D",
                "form           ~ true  ~ ['a',null,'b']           ~ color=a&color=b",
                "form           ~ false ~ {'R':null,'G':1}         ~ color=G,1",
                "form           ~ true  ~ {'R':null,'G':1}         ~ G=1",
                "form           ~ false ~ [null]                   ~ ",
                "form           ~ false ~ {}                       ~ ",
                "deepObject     ~ true  ~ {}                       ~ ",
                "form           ~ false ~ ['a&b','c d','e,f']      ~ color=a%26b,c%20d,e%2Cf"
            })
    void inTheQuery(String style, boolean explode, String value, String expected) {
        StubApi.Got got =
                sent(args -> ApiRequest.get("/x").query("color", args.required("color"), style, explode), value);
        assertThat(got.target()).isEqualTo(expected == null ? "/x" : "/x?" + expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "simple ~ false ~ 'blue'                   ~ blue",
                "simple ~ false ~ ['blue','black','brown'] ~ blue,black,brown",
                "simple ~ false ~ {'R':100,'G':200,'B':150} ~ R,100,G,200,B,150",
                "simple ~ true  ~ ['blue','black','brown'] ~ blue,black,brown",
                "simple ~ true  ~ {'R':100,'G':200,'B':150} ~ R=100,G=200,B=150",
                "json   ~ false ~ {'R':'é😀'}               ~ {\"R\":\"\\u00e9\\ud83d\\ude00\"}"
            })
    void inAHeader(String style, boolean explode, String value, String expected) {
        StubApi.Got got =
                sent(args -> ApiRequest.get("/x").header("X-Color", args.required("color"), style, explode), value);
        assertThat(got.header("x-color")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "form ~ false ~ ''                       ~ color=",
                "form ~ false ~ 'blue'                   ~ color=blue",
                "form ~ false ~ ['blue','black','brown'] ~ color=blue,black,brown",
                "form ~ false ~ {'R':100,'G':200,'B':150} ~ color=R,100,G,200,B,150",
                "form ~ true  ~ 'blue'                   ~ color=blue",
                "form ~ true  ~ ['blue','black','brown'] ~ color=blue; color=black; color=brown",
                "form ~ true  ~ {'R':100,'G':200,'B':150} ~ R=100; G=200; B=150",
                "json ~ false ~ {'R':1}                  ~ color=%7B%22R%22%3A1%7D",
                "form ~ false ~ []                       ~ ''"
            })
    void inACookie(String style, boolean explode, String value, String expected) {
        StubApi.Got got =
                sent(args -> ApiRequest.get("/x").cookie("color", args.required("color"), style, explode), value);
        assertThat(got.header("cookie")).isEqualTo(expected.replace("''", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "false ~ 'a;b'",
                "false ~ 'a b'",
                "false ~ 'a\\r\\nb'",
                "false ~ ['a','b,c']",
                "true ~ {'a=b':1}",
                "true ~ {'a;b':1}",
                "true ~ {'a':'b;c'}",
                "false ~ 'é'"
            })
    void aCookieCannotBreakOut(boolean explode, String value) {
        try (Shop shop = new Shop()
                .with(
                        "shop_t",
                        "get",
                        "",
                        Shop.ANY,
                        args -> ApiRequest.get("/x").cookie("color", args.required("color"), "form", explode))) {
            assertThat(shop.text("shop_t", "{\"color\":" + value.replace('\'', '"') + "}"))
                    .startsWith("The argument \"color\" must be printable ASCII without blanks, commas, semicolons,"
                            + " quotes and backslashes, as it is sent in a cookie. Nothing was sent.");
            assertThat(shop.api().journal()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "form           ~ true  ~ ['blue','black'] ~ color=blue&color=black",
                "form           ~ false ~ ['blue','black'] ~ color=blue,black",
                "pipeDelimited  ~ false ~ ['blue','black'] ~ color=blue%7Cblack",
                "tabDelimited   ~ false ~ ['blue','black'] ~ color=blue%09black",
                "deepObject     ~ true  ~ {'R':1}          ~ color%5BR%5D=1",
                "form           ~ true  ~ {'R':1}          ~ R=1"
            })
    void inAForm(String style, boolean explode, String value, String expected) {
        StubApi.Got got =
                sent(args -> ApiRequest.post("/x").formBody(args.only("color")).styled("color", style, explode), value);
        assertThat(got.text()).isEqualTo(expected);
    }
}
