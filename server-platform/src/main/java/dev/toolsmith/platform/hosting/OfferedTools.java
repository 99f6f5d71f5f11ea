package dev.toolsmith.platform.hosting;

import dev.toolsmith.platform.model.Connection;
import dev.toolsmith.runtime.bundle.BundleTools;
import dev.toolsmith.runtime.tool.ListChanges;
import dev.toolsmith.runtime.tool.ToolDescriptor;
import dev.toolsmith.runtime.tool.ToolList;
import java.util.List;
import java.util.Optional;

/** What a caller is offered at the moment it asks: nothing, once it would not be let in any more. */
final class OfferedTools implements ToolList {

    private static final ListedTool NOTHING = new ListedTool(new byte[0], 0, 0);

    private final CallParts parts;
    private final Access access;

    OfferedTools(CallParts parts, Access access) {
        this.parts = parts;
        this.access = access;
    }

    @Override
    public Optional<ListChanges> changes() {
        return Optional.of(access.live().listChanges());
    }

    private Optional<BundleTools> now() {
        if (access.isOver(parts.clock().instant(), parts.apiTokens())) {
            return Optional.empty();
        }
        Optional<Connection> connection =
                parts.connections().current(access.live().server().connectionId());
        return connection.flatMap(account -> parts.tools()
                .left(account.app(), access.live().server().config())
                .tools());
    }

    @Override
    public List<ToolDescriptor> tools() {
        return now().map(BundleTools::tools).orElse(List.of());
    }

    @Override
    public ListedTool listed(ToolDescriptor tool) {
        return now().filter(tools -> tools.find(tool.name()).isPresent())
                .map(tools -> tools.listed(tool))
                .orElse(NOTHING);
    }

    @Override
    public ListedTool listing() {
        return now().map(BundleTools::listing).orElse(NOTHING);
    }
}
