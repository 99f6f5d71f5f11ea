package dev.toolsmith.generator.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Swagger Petstore | petstore",
                "Swagger Petstore - OpenAPI 3.0 | petstore",
                "Train Travel API | train_travel",
                "GitHub v3 REST API | github",
                "GitHub's official OpenAPI spec + Octokit extension | github_octokit",
                "The Acme Billing Service (v2.1.3) | acme_billing",
                "monday.com API | monday",
                "Café Zürich | cafe_zurich",
                "Ben & Jerry's | ben_jerry",
                "Stripe API 2024-06-20 | stripe",
                "A very long title of an interface that nobody would type | very_long_title",
                "Donaudampfschifffahrtsgesellschaft | donaudampfschifffahrtsge",
                "REST API | my_shop",
                "日本語 | my_shop",
                "`` | my_shop",
                "${env.HOME} | env_home",
                "3D Prints | prints",
            })
    void isWhatIsLeftOfTheTitle(String title, String app) {
        assertThat(AppName.of(title, "my-shop.v1.yaml")).isEqualTo(app);
    }

    @ParameterizedTest
    @CsvSource({"openapi.json,api", "2024.yaml,api", "swagger.yaml,api", "42shops.yaml,api"})
    void saysApiWhenNothingTells(String file, String app) {
        assertThat(AppName.of("", file)).isEqualTo(app);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "...", "1.2.3", "x.y.z", "__", "I\u0307", "\ud83d\ude00 9lives of a-b_c.d", "v1"})
    void isAlwaysOneThatToolsCanBeNamedWith(String title) {
        assertThat(AppName.of(title, title + ".json"))
                .matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")
                .hasSizeLessThan(25);
    }
}
