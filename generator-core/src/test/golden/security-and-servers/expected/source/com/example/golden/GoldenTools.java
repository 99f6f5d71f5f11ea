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
            case "golden_certificates" -> new GoldenCertificates();
            case "golden_certified" -> new GoldenCertified();
            case "golden_digested" -> new GoldenDigested();
            case "golden_forgotten" -> new GoldenForgotten();
            case "golden_machines" -> new GoldenMachines();
            case "golden_open" -> new GoldenOpen();
            case "golden_open_too" -> new GoldenOpenToo();
            case "golden_otherwise" -> new GoldenOtherwise();
            case "golden_usual" -> new GoldenUsual();
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
