package dev.toolsmith.generator.compare.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.toolsmith.generator.compare.schema.SchemaChange.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas are written with single quotes and without quotes around names. */
class SchemaComparisonTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true)
            .configure(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES, true)
            .build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {type: ['string', 'null']} | {type: ['null', 'string']}
            {type: ['string', 'null']} | {anyOf: [{type: 'null'}, {type: 'string'}]}
            {enum: ['a', 'b']} | {enum: ['b', 'a'], type: 'string'}
            {enum: ['a', 'b', null]} | {anyOf: [{const: 'b'}, {type: 'null'}, {enum: ['a']}]}
            {const: 1} | {enum: [1.0], type: 'integer'}
            {type: 'boolean'} | {enum: [true, false]}
            {type: 'boolean'} | {type: 'boolean', enum: [false, true, 'never']}
            {type: 'integer', minimum: 1} | {type: 'integer', exclusiveMinimum: 0}
            {type: 'integer', minimum: 1} | {type: 'number', minimum: 0.5, multipleOf: 1}
            {type: 'string', minLength: 0} | {type: 'string'}
            {type: 'string'} | {type: 'string', minItems: 3, description: 'A text.', title: 'Text'}
            {type: 'string', maxLength: 3, enum: ['a', 'abcd']} | {const: 'a'}
            {} | {description: 'Anything.'}
            {} | {type: ['array', 'boolean', 'null', 'number', 'object', 'string']}
            {not: {}} | {type: 'string', enum: [1]}
            {not: {type: 'null'}} | {type: ['array', 'boolean', 'number', 'object', 'string']}
            {type: 'string', pattern: 'a', format: 'date'} | {allOf: [{pattern: 'a'}, {format: 'date', type: 'string'}]}
            {allOf: [{type: 'string', maxLength: 5}, {maxLength: 3}]} | {type: 'string', maxLength: 3}
            {$ref: '#/$defs/a', $defs: {a: {type: 'string'}}} | {type: 'string'}
            {$ref: '#/$defs/a', $defs: {a: {$ref: '#/$defs/b'}, b: {type: 'string'}}} | {type: 'string'}
            {$ref: '#/$defs/a', maxLength: 3, $defs: {a: {type: 'string'}}} | {type: 'string', maxLength: 3}
            {items: {$ref: '#/$defs/a'}, $defs: {a: {enum: [1]}}} | {items: {const: 1}}
            {type: 'object', properties: {a: {type: 'string'}, b: {}}, required: ['a', 'b']} | {type: 'object', required: ['b', 'a'], properties: {b: {}, a: {type: 'string'}}}
            {type: 'object', properties: {a: {}}, required: ['a'], minProperties: 1} | {type: 'object', properties: {a: {}}, required: ['a']}
            {properties: {a: {type: 'string'}, b: {type: 'string'}}} | {allOf: [{properties: {a: {type: 'string'}}}, {properties: {b: {type: 'string'}}}]}
            {allOf: [{properties: {a: {}}}, {required: ['a']}]} | {properties: {a: {}}, required: ['a']}
            {type: 'object', properties: {a: {}}, additionalProperties: false} | {type: 'object', allOf: [{properties: {a: {}}}], unevaluatedProperties: false}
            {type: 'object', properties: {a: {}, b: {}}, required: ['a'], additionalProperties: false} | {type: 'object', properties: {a: {}, b: {}}, required: ['a'], additionalProperties: {not: {}}}
            {anyOf: [{type: 'object', required: ['a'], properties: {a: {}}}, {type: 'object', required: ['b'], properties: {b: {}}}]} | {anyOf: [{type: 'object', required: ['b'], properties: {b: {}}}, {type: 'object', required: ['a'], properties: {a: {}}}]}
            {oneOf: [{type: 'object', properties: {k: {const: 'a'}}, required: ['k']}, {type: 'object', properties: {k: {const: 'b'}}, required: ['k']}]} | {anyOf: [{type: 'object', properties: {k: {const: 'a'}}, required: ['k']}, {type: 'object', properties: {k: {const: 'b'}}, required: ['k']}]}
            {anyOf: [{type: 'string'}, {type: 'string', format: 'date'}]} | {type: 'string'}
            {type: 'object', properties: {k: {type: 'string'}}, anyOf: [{properties: {a: {}}}, {properties: {b: {}}}]} | {anyOf: [{type: 'object', properties: {k: {type: 'string'}, b: {}}}, {type: 'object', properties: {k: {type: 'string'}, a: {}}}]}
            {$ref: '#/$defs/t', $defs: {t: {type: 'object', properties: {kids: {items: {$ref: '#/$defs/t'}}}}}} | {type: 'object', properties: {kids: {items: {$ref: '#/$defs/n'}}}, $defs: {n: {type: 'object', properties: {kids: {items: {$ref: '#/$defs/n'}}}}}}
            {not: {type: 'string', maxLength: 3}} | {not: {maxLength: 3, description: 'Short.', type: 'string'}}
            {not: {$ref: '#/$defs/a'}, $defs: {a: {maxLength: 3, required: ['b', 'a']}}} | {not: {required: ['a', 'b'], maxLength: 3}}
            {prefixItems: [{type: 'string'}], items: {type: 'string'}} | {items: {type: 'string'}}
            """)
    void sameMeaningIsNoChange(String before, String after) throws IOException {
        assertThat(changes(before, after)).isEmpty();
        assertThat(changes(after, before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {type: ['string', 'null']} | {type: 'string'} | . : string ¦ null > string
            {} | {type: 'string'} | . : anything > string
            {type: 'number'} | {type: 'integer'} | . : number > integer
            {type: 'number', multipleOf: 5} | {type: 'number', multipleOf: 10} | . : multiple of 5 > multiple of 10
            {type: 'string'} | {enum: ['a', 'b', 'c']} | . : string > one of a, b, c
            {enum: ['a', 'b', 'c']} | {enum: ['a', 'b']} | . : one of a, b, c > one of a, b
            {enum: ['a', 'b']} | {const: 'b'} | . : one of a, b > b
            {type: 'string'} | {type: 'string', maxLength: 50} | . : string > at most 50 characters
            {type: 'string', maxLength: 50} | {type: 'string', maxLength: 1} | . : at most 50 characters > at most 1 character
            {type: 'integer', minimum: 0} | {type: 'integer', minimum: 1} | . : at least 0 > at least 1
            {type: 'number', maximum: 5} | {type: 'number', exclusiveMaximum: 5} | . : at most 5 > less than 5
            {type: 'array'} | {type: 'array', minItems: 1} | . : array > at least 1 item
            {type: 'array'} | {type: 'array', uniqueItems: true} | . : array > no two equal items
            {type: 'string'} | {type: 'string', pattern: '^a$'} | . : string > matching ^a$
            {type: 'string'} | {type: 'string', format: 'date'} | . : string > format date
            {items: {type: ['string', 'null']}} | {items: {type: 'string'}} | /* : string ¦ null > string
            {type: 'array'} | {type: 'array', items: {type: 'string'}} | /* : anything > string
            {prefixItems: [{}, {type: ['string', 'null']}]} | {prefixItems: [{}, {type: 'string'}]} | /1 : string ¦ null > string
            {type: 'object', additionalProperties: {}} | {type: 'object', additionalProperties: {type: 'array'}} | /* : anything > array
            {type: 'object', properties: {a: {}}} | {type: 'object', properties: {a: {}}, additionalProperties: false} | . : other members too > no other members
            {type: 'object'} | {type: 'object', minProperties: 1} | . : object > at least 1 member
            {type: 'object', properties: {a: {type: 'string'}}} | {type: 'object', properties: {a: {type: 'string', maxLength: 3}}} | /a : string > at most 3 characters
            {type: 'object', properties: {'a/b~': {type: 'string'}}} | {type: 'object', properties: {'a/b~': {type: 'string', maxLength: 3}}} | /a~1b~0 : string > at most 3 characters
            {type: 'object', patternProperties: {'^x': {}}} | {type: 'object', patternProperties: {'^x': {type: 'string'}}} | /* : anything > string
            {anyOf: [{type: 'string', format: 'date'}, {type: 'string', format: 'email'}]} | {type: 'string', format: 'date'} | . : … ¦ string, format email > …
            {anyOf: [{type: 'object', properties: {k: {const: 'a'}, x: {type: 'string'}}}, {type: 'object', properties: {k: {const: 'b'}, y: {type: 'string'}}}]} | {anyOf: [{type: 'object', properties: {k: {const: 'b'}, y: {type: 'string', maxLength: 3}}}, {type: 'object', properties: {k: {const: 'a'}, x: {type: 'string'}}}]} | /y : string > at most 3 characters
            {type: 'string'} | {type: 'string', not: {const: 'a'}} | . : string > not {const="a"}
            {type: 'object', properties: {a: {}, b: {}}} | {type: 'object', properties: {a: {}, b: {}}, dependentRequired: {a: ['b']}} | /a : alone > only with b
            {$ref: '#/$defs/t', $defs: {t: {type: 'object', properties: {n: {type: 'string'}, kids: {items: {$ref: '#/$defs/t'}}}}}} | {$ref: '#/$defs/t', $defs: {t: {type: 'object', properties: {n: {type: 'string', maxLength: 3}, kids: {items: {$ref: '#/$defs/t'}}}}}} | /n : string > at most 3 characters
            {anyOf: [{type: 'object', required: ['a'], properties: {a: {}}}, {type: 'object', required: ['b'], properties: {b: {}}}]} | {oneOf: [{type: 'object', required: ['a'], properties: {a: {}}}, {type: 'object', required: ['b'], properties: {b: {}}}]} | . : object > exactly one of the alternatives
            """)
    void fewerValuesAreNarrowerAndTheOtherWayRoundWider(String before, String after, String expected)
            throws IOException {
        String[] parts = expected.replace("¦", "|").split(" : | > ", 3);
        assertThat(changes(before, after)).containsExactly("narrowed " + parts[0] + ": " + parts[1] + " > " + parts[2]);
        assertThat(changes(after, before)).containsExactly("widened " + parts[0] + ": " + parts[2] + " > " + parts[1]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {type: 'string'} | {type: 'integer'} | changed .: string > integer
            {enum: ['a', 'b']} | {enum: ['b', 'c']} | changed .: one of a, b > one of b, c
            {type: 'string', enum: ['a']} | {type: 'boolean'} | changed .: string > boolean
            {type: 'string', pattern: '^a'} | {type: 'string', pattern: '^b'} | changed .: matching ^a > matching ^b
            {type: 'string', pattern: '^a'} | {enum: ['ab', 'ac']} | narrowed .: string, matching ^a > one of ab, ac
            {type: 'string', pattern: '^a'} | {enum: ['ab', 'b']} | changed .: string, matching ^a > one of ab, b
            {type: 'integer', minimum: 1, maximum: 5} | {type: 'integer', minimum: 2, maximum: 9} | changed .: at least 1, at most 5 > at least 2, at most 9
            {type: 'number', multipleOf: 2} | {type: 'number', multipleOf: 3} | changed .: multiple of 2 > multiple of 3
            {type: 'object', properties: {}} | {type: 'object', properties: {a: {}}} | added /a: > anything
            {type: 'object', properties: {}, additionalProperties: false} | {type: 'object', properties: {a: {}}, required: ['a'], additionalProperties: false} | added and refused /a: > required, anything
            {type: 'object', properties: {a: {type: 'string'}}} | {type: 'object', properties: {}} | removed /a: string >
            {type: 'object', properties: {a: {type: 'string'}}, additionalProperties: false} | {type: 'object', additionalProperties: false} | removed and refused /a: string >
            {type: 'object', properties: {a: {type: 'string'}}} | {type: 'object', additionalProperties: {type: 'string'}, properties: {b: {type: 'string'}}} | narrowed /*: anything > string; removed /a: string >; added /b: > string
            {type: 'object', properties: {a: {}}} | {type: 'object', properties: {a: {}}, required: ['a']} | newly-required and refused /a: optional > required
            {type: 'object', properties: {a: {type: 'string'}}, required: ['a']} | {type: 'object', properties: {a: {type: ['string', 'null']}}} | no-longer-required /a: required > optional; widened /a: string > string ¦ null
            {anyOf: [{type: 'object', properties: {k: {const: 'a'}}}, {type: 'object', properties: {k: {const: 'b'}}}]} | {anyOf: [{type: 'object', properties: {k: {const: 'a'}}}, {type: 'object', properties: {k: {const: 'c'}}}]} | changed .: … ¦ object with k = b > … ¦ object with k = c
            """)
    void whatCannotBeOrderedIsChanged(String before, String after, String expected) throws IOException {
        assertThat(String.join("; ", changes(before, after))).isEqualTo(expected.replace("¦", "|"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}, k: {}}}, {type: 'object', properties: {y: {}}}]} | {anyOf: [{type: 'object', properties: {k: {}}}, {type: 'object', properties: {y: {}}}]} | removed /x: string in object with k, x >
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}, k: {}}, required: ['x']}, {type: 'object', properties: {y: {}}}]} | {anyOf: [{type: 'object', properties: {k: {}}}, {type: 'object', properties: {y: {}}}]} | removed /x: required, string in object with x >
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}}}, {type: 'object', properties: {y: {}}}]} | {anyOf: [{type: 'object'}, {type: 'object', properties: {y: {}}}]} | removed /x: string in object with x >
            {anyOf: [{type: 'object', properties: {o: {type: 'object', properties: {x: {type: 'string'}, w: {}}}, k: {}}}, {type: 'object', properties: {y: {}}}]} | {anyOf: [{type: 'object', properties: {o: {type: 'object', properties: {w: {}}}, k: {}}}, {type: 'object', properties: {y: {}}}]} | removed /o/x: string >
            {anyOf: [{type: 'object', additionalProperties: false, properties: {x: {type: 'string'}, k: {}}}, {type: 'object', additionalProperties: false, properties: {y: {}}}]} | {anyOf: [{type: 'object', additionalProperties: false, properties: {k: {}}}, {type: 'object', additionalProperties: false, properties: {y: {}}}]} | removed and refused /x: string in object with k, x >
            {anyOf: [{type: 'object', additionalProperties: false, required: ['x'], properties: {x: {type: 'string'}, k: {}}}, {type: 'object', additionalProperties: false, properties: {y: {}}}]} | {anyOf: [{type: 'object', additionalProperties: false, properties: {k: {}}}, {type: 'object', additionalProperties: false, properties: {y: {}}}]} | removed and refused /x: required, string in object with x >
            {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}, x: {type: 'string'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, y: {type: 'string'}}}]} | {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, y: {type: 'string'}}}]} | removed /x: string in object with k = a >
            {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}, x: {type: 'string'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, y: {type: 'string'}}}]} | {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}, z: {type: 'string'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, y: {type: 'string'}}}]} | removed /x: string in object with k = a >; added /z: > string in object with k = a
            {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}, x: {type: 'string'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, y: {type: 'string'}}}]} | {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'b'}, x: {type: 'string'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'a'}, y: {type: 'string'}}}]} | added /x: > string in object with k = b; removed /x: string in object with k = a >; added /y: > string in object with k = a; removed /y: string in object with k = b >
            {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}, x: {type: 'string'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, x: {type: 'string'}}}]} | {oneOf: [{type: 'object', required: ['k'], properties: {k: {const: 'a'}}}, {type: 'object', required: ['k'], properties: {k: {const: 'b'}, x: {type: 'string'}}}]} | removed /x: string in object with k = a >
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}, k: {}}}, {type: 'object', properties: {x: {type: 'string'}}}]} | {anyOf: [{type: 'object', properties: {k: {}}}, {type: 'object', properties: {x: {type: 'string'}}}]} | removed /x: string in object with k, x >
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}, y: {type: 'string'}}}, {type: 'object', properties: {z: {type: 'string'}}}]} | {anyOf: [{type: 'object', properties: {x: {type: 'string'}, z: {type: 'string'}}}, {type: 'object', properties: {y: {type: 'string'}}}]} | added /x: > string in object with x, z; removed /x: string in object with x, y >
            {anyOf: [{type: 'object', additionalProperties: false, properties: {x: {type: 'string'}, k: {}}}, {type: 'object', properties: {y: {}}}]} | {anyOf: [{type: 'object', additionalProperties: false, properties: {k: {}}}, {type: 'object', properties: {y: {}}}]} | removed and refused /x: string in object with k, x >
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}, k: {}}}, {type: 'object'}]} | {anyOf: [{type: 'object', properties: {k: {}}}, {type: 'object'}]} | removed /x: string in object with k, x >
            {type: 'object', properties: {x: {type: 'string'}, y: {}}} | {anyOf: [{type: 'object', properties: {y: {}}}, {type: 'object', properties: {z: {}}}]} | widened .: … > … ¦ object with z; removed /x: string in object with x, y >
            {anyOf: [{type: 'object', properties: {x: {type: 'string'}, y: {}}}, {type: 'object', properties: {y: {}}}]} | {type: 'object', properties: {y: {}}} | narrowed .: … ¦ object with x, y > …
            {anyOf: [{type: 'object', properties: {k: {}, x: {type: 'string'}}}, {type: 'object', properties: {k: {}, x: {type: 'string'}, m: {type: 'string'}, n: {type: 'string'}}}]} | {anyOf: [{type: 'object', properties: {k: {}}}, {type: 'object', properties: {k: {}, x: {type: 'string'}, m: {type: 'string'}}}]} | removed /n: string in object with k, m, n, x >
            """)
    void aMemberThatIsGoneFromOneAlternativeIsTold(String before, String after, String expected) throws IOException {
        assertThat(String.join("; ", changes(before, after))).isEqualTo(expected.replace("¦", "|"));
    }

    static List<String> changes(String before, String after) throws IOException {
        return SchemaComparison.between(JSON.readTree(before), JSON.readTree(after)).stream()
                .map(SchemaComparisonTest::text)
                .toList();
    }

    private static String text(SchemaChange change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String place = change.place().isEmpty() ? "." : change.place();
        boolean refused =
                change.refuses() && !List.of(Kind.NARROWED, Kind.CHANGED).contains(change.kind());
        String values = (change.before() + " > " + change.after()).strip();
        return kind + (refused ? " and refused " : " ") + place + ": " + values;
    }
}
