package dev.toolsmith.generator.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;

/** The types that generated code is written against, by name: the generator never has the runtime on its class path. */
final class RuntimeTypes {

    private static final String TOOL_PACKAGE = "dev.toolsmith.runtime.tool";

    static final ClassName API_REQUEST = ClassName.get(TOOL_PACKAGE, "ApiRequest");
    static final ClassName API_TOOL = ClassName.get(TOOL_PACKAGE, "ApiTool");
    static final ClassName TOOL_ARGUMENTS = ClassName.get(TOOL_PACKAGE, "ToolArguments");
    static final ClassName TOOL_BUNDLE = ClassName.get(TOOL_PACKAGE, "ToolBundle");
    static final ClassName MCP_SERVER = ClassName.get("dev.toolsmith.runtime.cli", "McpServer");

    private static final ClassName GENERATED_TYPE = ClassName.get("javax.annotation.processing", "Generated");

    /** Says in every generated class that nobody wrote it. */
    static final AnnotationSpec GENERATED = AnnotationSpec.builder(GENERATED_TYPE)
            .addMember("value", "$S", "dev.toolsmith")
            .build();

    private RuntimeTypes() {}
}
