package dev.toolsmith.generator.report;

import static dev.toolsmith.generator.report.Diffs.narrowed;
import static dev.toolsmith.generator.report.Diffs.ofAllTools;
import static dev.toolsmith.generator.report.Diffs.shared;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DiffJsonTest {

    @Test
    void hasEveryChangeOnALineOfItsOwn() {
        assertThat(DiffJson.of(Diffs.of(narrowed("acme_put"), ofAllTools()))).isEqualTo("""
                        {"formatVersion":1,"app":"acme","before":"Acme 1.0","after":"Acme 2.0","worst":"breaking",\
                        "counts":{"breaking":1,"risky":1,"safe":0,"text-only":0},"changes":[
                        {"level":"breaking","kind":"argument-narrowed","tool":"acme_put","argument":"/data/tags/*",\
                        "before":"any string","after":"one of a, b","message":"/data/tags/* of acme_put takes only a and b",\
                        "at":{"document":"acme.yaml","pointer":"/paths/~1acme_put/get"}},
                        {"level":"risky","kind":"base-url-changed","tool":"","argument":"","before":"https://a.example",\
                        "after":"https://b.example","message":"requests go to https://b.example instead of https://a.example"}
                        ]}
                        """);
    }

    @Test
    void hasEachToolThatSharesAChange() throws IOException {
        assertThat(new ObjectMapper().readTree(DiffJson.of(Diffs.of(shared(9)))).path("changes"))
                .hasSize(9);
    }

    @Test
    void saysThatNothingChanged() {
        assertThat(DiffJson.of(Diffs.of())).isEqualTo("""
                        {"formatVersion":1,"app":"acme","before":"Acme 1.0","after":"Acme 2.0","worst":"none",\
                        "counts":{"breaking":0,"risky":0,"safe":0,"text-only":0},"changes":[
                        ]}
                        """);
    }
}
