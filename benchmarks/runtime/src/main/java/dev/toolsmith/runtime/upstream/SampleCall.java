package dev.toolsmith.runtime.upstream;

import dev.toolsmith.attio.AttioTools;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.bundle.BundledTool;
import dev.toolsmith.runtime.bundle.ToolSelection;
import dev.toolsmith.runtime.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Calls of the tool with the largest input schema: a company with all that is usually known of one. */
final class SampleCall {

    private static final String GOOD = """
            {"matching_attribute": "domains", "data": {"values": {
              "domains": ["vertexanalytics.io", "vertex-analytics.example"],
              "name": "Vertex Analytics",
              "description": "Forecasts for the energy trade, from weather and grid data. Customers in eleven countries.",
              "categories": ["Analytics", "Energy", "B2B"],
              "primary_location": {"line_1": "Rosenthaler Str. 40", "line_2": null, "line_3": null, "line_4": null,
                "locality": "Berlin", "region": "Berlin", "postcode": "10178", "country_code": "DE",
                "latitude": "52.5246", "longitude": "13.4025"},
              "linkedin": "https://www.linkedin.com/company/vertex-analytics",
              "twitter": "vertexanalytics",
              "estimated_arr_usd": "$1M-$10M",
              "funding_raised_usd": 12500000.50,
              "foundation_date": "2019-04-01",
              "employee_range": "51-250",
              "team": [
                {"target_object": "people", "target_record_id": "b4ff580a-a94a-5601-8cef-5a86b4e4d268"},
                {"target_object": "people", "target_record_id": "0d1b9f5e-52c9-5b51-9c61-7a10c79f3f35"}]}}}
            """;

    private static final String BAD = """
            {"matching_atribute": "domains", "data": {"values": {
              "domains": "vertexanalytics.io",
              "name": 12,
              "primary_location": {"line_1": "Rosenthaler Str. 40", "locality": "Berlin", "latitude": 52.5246},
              "foundation_date": ["2019-04-01"],
              "team": [true]}}}
            """;

    private SampleCall() {}

    static BundledTool tool() {
        return BundleTools.of(List.of(new AttioTools()), ToolSelection.everything())
                .find("attio_companies_assert")
                .orElseThrow();
    }

    static ObjectNode goodArguments() {
        return (ObjectNode) JsonTree.read(goodBytes());
    }

    static ObjectNode badArguments() {
        return (ObjectNode) JsonTree.read(BAD.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] goodBytes() {
        return GOOD.getBytes(StandardCharsets.UTF_8);
    }
}
