package dev.toolsmith.platform.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArgumentShapeTest {

    private static String shape(String json) {
        return ArgumentShape.of(JsonTree.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aShapeTellsNamesAndTypesAndNoValue() {
        assertThat(shape("{\"limit\":7,\"data\":{\"values\":{\"name\":\"secret\"}},\"ids\":[\"a\",\"b\"],\"all\":true,"
                        + "\"none\":null,\"empty\":[]}"))
                .isEqualTo("{all:boolean,data:{values:{name:string}},empty:[],ids:[string],limit:number,none:null}");
    }

    @Test
    void aShapeIsShortHoweverLargeTheArgumentsAre() {
        String wide = IntStream.range(0, 5_000)
                .mapToObj(i -> "\"" + "é".repeat(300) + i + "\":{\"x\":1}")
                .collect(Collectors.joining(",", "{", "}"));
        String deep = "{\"a\":".repeat(60) + "1" + "}".repeat(60);

        assertThat(shape(wide).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        assertThat(shape(wide)).contains("…").doesNotContain("é");
        assertThat(shape(deep)).isEqualTo("{a:{a:{a:{a:{a:{…}}}}}}");
    }
}
