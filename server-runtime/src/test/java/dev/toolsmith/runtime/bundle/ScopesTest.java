package dev.toolsmith.runtime.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toolsmith.runtime.fixture.OneToolServer;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void aToolNeedsAllItsScopes() {
        assertThat(Scopes.of(tool(List.of("note:read", "task:read"), Map.of()), ""))
                .containsExactly("note:read", "task:read");
    }

    @Test
    void anArgumentThatIsKnownLeavesOnlyItsOwnScopes() {
        BundledTool tool = tool(
                List.of("list:read-write", "object:read-write", "user:read"),
                Map.of("lists", List.of("list:read-write"), "objects", List.of("object:read-write")));
        assertThat(Scopes.of(tool, "objects")).containsExactly("user:read", "object:read-write");
        assertThat(Scopes.of(tool, "lists")).containsExactly("user:read", "list:read-write");
    }

    @Test
    void anArgumentThatIsNotKnownNeedsEverything() {
        BundledTool tool = tool(
                List.of("list:read-write", "object:read-write"),
                Map.of("lists", List.of("list:read-write"), "objects", List.of("object:read-write")));
        assertThat(Scopes.of(tool, "elsewhere")).containsExactly("list:read-write", "object:read-write");
    }

    @Test
    void writingHoldsReadingAndNotTheOtherWayRound() {
        List<String> needed = List.of("note:read", "task:read-write", "user:read");
        assertThat(Scopes.missing(needed, List.of("note:read-write", "task:read", "user:read")))
                .containsExactly("task:read-write");
    }

    private static BundledTool tool(List<String> scopes, Map<String, List<String>> byTarget) {
        ToolDescriptor descriptor = new ToolDescriptor(
                "create_one", "POST", "/one", "create", "write", List.of("one"), false, scopes, 0, 2);
        BundleManifest manifest =
                new BundleManifest("one", "One", "1", "", "https://api.example.com", "K", "B", List.of());
        return new BundledTool(
                descriptor,
                true,
                byTarget.isEmpty() ? Optional.empty() : Optional.of(new ScopesByArgument("target", byTarget)),
                Optional.empty(),
                new OneToolServer(),
                manifest);
    }
}
