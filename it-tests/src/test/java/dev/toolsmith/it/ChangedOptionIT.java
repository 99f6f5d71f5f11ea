package dev.toolsmith.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Options that change in the account while a server knows them. */
class ChangedOptionIT {
    private static final String OPTIONS = "/v2/objects/companies/attributes/industry/options";

    private Sandbox sandbox;
    private Connection connection;
    private String company;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start();
        connection = new Server("kernel", "http").connect(sandbox.baseUrl(), sandbox.credential());
        company = sandbox.post("/v2/objects/companies/records/query", "{\"limit\":1}")
                .at("/data/0/id/record_id")
                .asString();
        assertThat(write("Logistics").failed()).as("an option that is known").isFalse();
    }

    @AfterEach
    void stop() {
        connection.close();
        sandbox.close();
    }

    @Test
    void aRenamedOptionIsSeenAtOnceAfterACallThatWasRefusedForIt() {
        send("PATCH", OPTIONS + "/Logistics", "Freight");

        ToolAnswer former = write("Logistics");
        assertThat(former.failed()).as(former.text()).isTrue();
        assertThat(writes()).as("the server could not know").hasSize(1);
        assertThat(former.text()).contains("Freight");

        ToolAnswer again = write("Logistics");
        assertThat(again.failed()).as(again.text()).isTrue();
        assertThat(writes()).as(again.text()).isEmpty();
        assertThat(again.text()).contains("industry", "\"Logistics\"", "\"Freight\"");

        ToolAnswer renamed = write("Freight");
        assertThat(renamed.failed()).as(renamed.text()).isFalse();
        assertThat(renamed.string("/data/values/industry/0/option/title")).isEqualTo("Freight");
    }

    @Test
    void anOptionThatWasMadeByAToolIsTakenAtOnce() {
        ToolAnswer unknown = write("Fisheries");
        assertThat(unknown.failed()).isTrue();
        assertThat(writes()).as(unknown.text()).isEmpty();
        ObjectNode option = Json.object().put("target", "objects").put("identifier", "companies");
        option.put("attribute", "industry").putObject("data").put("title", "Fisheries");
        assertThat(connection
                        .rpc()
                        .call("create_a_attio_attribute_option", option)
                        .failed())
                .isFalse();
        ToolAnswer made = write("Fisheries");
        assertThat(made.failed()).as(made.text()).isFalse();
    }

    @Test
    void anOptionThatWasRenamedByAToolIsTakenAtOnce() {
        ObjectNode option = Json.object().put("target", "objects").put("identifier", "companies");
        option.put("attribute", "industry")
                .put("option", "Logistics")
                .putObject("data")
                .put("title", "Freight");
        assertThat(connection
                        .rpc()
                        .call("update_a_attio_attribute_option_by_id", option)
                        .failed())
                .isFalse();
        ToolAnswer renamed = write("Freight");
        assertThat(renamed.failed()).as(renamed.text()).isFalse();
        ToolAnswer former = write("Logistics");
        assertThat(former.failed()).as(former.text()).isTrue();
        assertThat(writes()).as(former.text()).isEmpty();
    }

    private void send(String method, String target, String title) {
        ObjectNode body = Json.object();
        body.putObject("data").put("title", title);
        assertThat(sandbox.api().send(method, target, Optional.of(body)).status())
                .isEqualTo(200);
    }

    private ToolAnswer write(String industry) {
        sandbox.forgetRequests();
        ObjectNode arguments = Json.object().put("record_id", company);
        arguments.putObject("data").putObject("values").put("industry", industry);
        return connection.rpc().call("update_a_attio_company_by_id", arguments);
    }

    /** The writes that went to the API for the last call. */
    private List<String> writes() {
        return sandbox.journal().stream()
                .filter(request -> request.startsWith("PATCH /v2/objects/companies/records/"))
                .toList();
    }
}
