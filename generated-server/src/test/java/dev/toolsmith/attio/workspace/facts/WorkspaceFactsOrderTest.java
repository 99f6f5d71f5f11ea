package dev.toolsmith.attio.workspace.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.attio.workspace.KnownWorkspace;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WorkspaceFactsOrderTest {

    private static JsonNode answer(String... data) {
        return KnownWorkspace.json("{\"data\": [" + String.join(",", data) + "]}");
    }

    @Test
    void anotherOrderOfObjectsIsNoChange() {
        String deals = KnownWorkspace.object(1, "deals", "Deals", "Deal");
        String people = KnownWorkspace.object(2, "people", "People", "Person");
        assertThat(WorkspaceFacts.objects().reading().apply(answer(people, deals)))
                .isEqualTo(WorkspaceFacts.objects().reading().apply(answer(deals, people)));
    }

    @Test
    void anotherOrderOfListsIsNoChange() {
        String leads = KnownWorkspace.list(1, "leads", "Leads", "people");
        String hires = KnownWorkspace.list(2, "hires", "Hires", "people");
        assertThat(WorkspaceFacts.lists().reading().apply(answer(leads, hires)))
                .isEqualTo(WorkspaceFacts.lists().reading().apply(answer(hires, leads)));
    }
}
