package dev.toolsmith.runtime.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.format.Format;
import com.networknt.schema.regex.RegularExpression;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * JSON Schema 2020-12 as it is checked here: regular expressions in linear time (RE2/J), only the formats of which a
 * mistake is certain, nothing fetched.
 */
final class SchemaDialect {

    private static final int LONGEST_PATTERN = 512;

    static final SchemaRegistry REGISTRY = registry();

    private SchemaDialect() {}

    private static SchemaRegistry registry() {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                .formats(Map::clear)
                .formats(List.<Format>of(CertainFormat.UUID, CertainFormat.DATE, CertainFormat.DATE_TIME))
                .build();
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .regularExpressionFactory(SchemaDialect::expression)
                .build();
        return SchemaRegistry.withDialect(
                dialect, builder -> builder.schemaRegistryConfig(config).schemaCacheEnabled(false));
    }

    private static RegularExpression expression(String pattern) {
        if (pattern.length() > LONGEST_PATTERN) {
            throw new IllegalArgumentException("A pattern is longer than " + LONGEST_PATTERN + " characters");
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            return text -> compiled.matcher(text).find();
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("A pattern is not one that RE2/J knows: " + pattern, e);
        }
    }
}
