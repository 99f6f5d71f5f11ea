package dev.toolsmith.runtime.protocol;

import dev.toolsmith.runtime.context.Resource;
import dev.toolsmith.runtime.context.ResourceTemplate;
import dev.toolsmith.runtime.context.ServerContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Answers {@code resources/list} and {@code resources/templates/list} (MCP 2026-07-28, Resources); all of them are on one
 * page.
 */
final class ResourcesListHandler implements MethodHandler {

    private final ServerContext context;

    ResourcesListHandler(ServerContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        if (!ToolsListHandler.isFirstPage(exchange)) {
            return CompletableFuture.completedFuture(Reply.Failure.invalidParams("Invalid cursor"));
        }
        return exchange.request().method().equals("resources/list")
                ? context.resources().thenApply(resources -> listed(resources, exchange))
                : CompletableFuture.completedFuture(templates(exchange));
    }

    private static Reply listed(List<Resource> resources, Exchange exchange) {
        JsonBytes members = new JsonBytes(1024);
        ContextJson.array(members, "resources", resources, ResourcesListHandler::resource);
        ContextJson.caching(members, exchange);
        return Reply.Result.of(members);
    }

    private Reply templates(Exchange exchange) {
        JsonBytes members = new JsonBytes(1024);
        ContextJson.array(members, "resourceTemplates", context.templates(), ResourcesListHandler::template);
        ContextJson.caching(members, exchange);
        return Reply.Result.of(members);
    }

    private static void resource(JsonBytes to, Resource resource) {
        to.member("uri").string(resource.uri());
        to.member("name").string(resource.name());
        ContextJson.text(to, "title", resource.title());
        ContextJson.text(to, "description", resource.description());
        ContextJson.text(to, "mimeType", resource.mimeType());
    }

    private static void template(JsonBytes to, ResourceTemplate template) {
        to.member("uriTemplate").string(template.uriTemplate());
        to.member("name").string(template.name());
        ContextJson.text(to, "title", template.title());
        ContextJson.text(to, "description", template.description());
        ContextJson.text(to, "mimeType", template.mimeType());
    }
}
