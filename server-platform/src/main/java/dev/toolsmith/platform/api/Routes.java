package dev.toolsmith.platform.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All operations of the API. */
final class Routes {

    private final List<Route> all;

    private Routes(List<Route> all) {
        this.all = List.copyOf(all);
    }

    static Routes of(ManagementApi.Parts parts) {
        Cursors cursors = new Cursors(parts.vault().mac("cursor"));
        Pages pages = new Pages(cursors);
        ToolPreview preview = new ToolPreview(parts);
        List<Route> all = new ArrayList<>();
        all.addAll(SetUpRoutes.of(parts));
        all.addAll(new AppRoutes(parts).all());
        all.addAll(new ConnectionRoutes(parts, pages).all());
        all.addAll(ServerRoutes.own(parts, pages, preview));
        all.addAll(ServerRoutes.ofAccounts(parts, pages, preview));
        all.addAll(new TokenRoutes(parts, pages).all());
        all.addAll(new AuditRoutes(parts, cursors).all());
        return new Routes(all);
    }

    /** All of them. */
    List<Route> all() {
        return all;
    }

    /** Whether a path is for this API, one that there is not too. */
    static boolean isOurs(String path) {
        return path.startsWith("/api/") || path.startsWith("/integrated-account/");
    }

    /**
     * The route of a request.
     *
     * @throws Refused 404 when there is none of that path, 405 when there is none of that method
     */
    Route find(String method, String path) {
        Set<String> allowed = new TreeSet<>();
        for (Route route : all) {
            if (route.slots(path).isPresent()) {
                if (route.method().equals(method)) {
                    return route;
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Refused.of(
                    404, "not_found", "There is nothing at this path. /api/v1/openapi.json describes what there is.");
        }
        String allow = String.join(", ", allowed);
        throw Refused.of(405, "method_not_allowed", "This path takes " + allow + ".")
                .with("Allow", allow);
    }
}
