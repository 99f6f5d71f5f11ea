package com.example.golden;

import dev.toolsmith.runtime.tool.ApiTool;
import dev.toolsmith.runtime.tool.ToolBundle;
import java.io.InputStream;
import javax.annotation.processing.Generated;

@Generated("dev.toolsmith")
public final class GoldenTools implements ToolBundle {
    @Override
    public String app() {
        return "golden";
    }

    @Override
    public ApiTool tool(String name) {
        return switch (name) {
            case "golden_either" -> new GoldenEither();
            case "golden_image" -> new GoldenImage();
            case "golden_lines" -> new GoldenLines();
            case "golden_others" -> new GoldenOthers();
            case "golden_path" -> new GoldenPath();
            case "golden_search" -> new GoldenSearch();
            case "golden_upload" -> new GoldenUpload();
            case "golden_versioned" -> new GoldenVersioned();
            case "golden_xml" -> new GoldenXml();
            default -> throw new IllegalArgumentException("No such tool: " + name);
        };
    }

    @Override
    public InputStream open(String name) {
        InputStream resource = GoldenTools.class.getResourceAsStream("/META-INF/toolsmith/golden/" + name);
        if (resource == null) {
            throw new IllegalArgumentException("No such resource: " + name);
        }
        return resource;
    }
}
