package dev.toolsmith.runtime.tool;

import java.io.InputStream;

/** What one API description became: tool classes and the resources that describe them. Generated, one class an API. */
public interface ToolBundle {

    /** The word that stands in tool names and environment variables, such as {@code attio}. */
    String app();

    /**
     * A tool of this bundle. Its class is loaded on the first call.
     *
     * @throws IllegalArgumentException when the bundle has no tool of that name
     */
    ApiTool tool(String name);

    /**
     * Opens a resource under {@code META-INF/toolsmith/<app>/}.
     *
     * @param name the path below that folder, such as {@code manifest.json}
     * @throws IllegalArgumentException when there is no such resource
     */
    InputStream open(String name);
}
