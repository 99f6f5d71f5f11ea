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
            case "golden_binary" -> new GoldenBinary();
            case "golden_clash" -> new GoldenClash();
            case "golden_delete_it" -> new GoldenDeleteIt();
            case "golden_form" -> new GoldenForm();
            case "golden_head_it" -> new GoldenHeadIt();
            case "golden_merge" -> new GoldenMerge();
            case "golden_multipart" -> new GoldenMultipart();
            case "golden_options_it" -> new GoldenOptionsIt();
            case "golden_put_thing" -> new GoldenPutThing();
            case "golden_text" -> new GoldenText();
            case "golden_whole" -> new GoldenWhole();
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
