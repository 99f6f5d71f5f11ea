package dev.toolsmith.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class that a server knows all tools of one API by. */
final class BundleClassEmitter implements Emitter {

    /** A Java method ends at 64 KiB of byte code, which a switch over some two thousand names has. */
    private static final int MOST_CASES = 1_000;

    private final JavaNames names;

    BundleClassEmitter(JavaNames names) {
        this.names = names;
    }

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        ClassName self = names.bundle(catalog.app());
        TypeSpec.Builder type = TypeSpec.classBuilder(self)
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.TOOL_BUNDLE)
                .addMethod(appMethod(catalog));
        toolMethods(catalog.tools()).forEach(type::addMethod);
        type.addMethod(openMethod(catalog, self));
        return Stream.of(JavaSource.of(names.packageName(), type.build()));
    }

    private static MethodSpec appMethod(ToolCatalog catalog) {
        return overriding("app")
                .returns(String.class)
                .addStatement("return $L", JavaLiteral.of(catalog.app()))
                .build();
    }

    /** The method that makes a tool; where there are too many tools for one, each method asks the next. */
    private List<MethodSpec> toolMethods(List<ToolModel> tools) {
        List<MethodSpec> methods = new ArrayList<>();
        for (int from = 0; from == 0 || from < tools.size(); from += MOST_CASES) {
            int to = Math.min(from + MOST_CASES, tools.size());
            MethodSpec.Builder method = from == 0
                    ? overriding("tool")
                    : MethodSpec.methodBuilder(furtherTools(from)).addModifiers(Modifier.PRIVATE, Modifier.STATIC);
            CodeBlock otherwise = to == tools.size()
                    ? CodeBlock.of("throw new $T($S + name);\n", IllegalArgumentException.class, "No such tool: ")
                    : CodeBlock.of("$L(name);\n", furtherTools(to));
            methods.add(method.returns(RuntimeTypes.API_TOOL)
                    .addParameter(String.class, "name")
                    .addCode(choice(tools.subList(from, to), otherwise))
                    .build());
        }
        return methods;
    }

    private CodeBlock choice(List<ToolModel> tools, CodeBlock otherwise) {
        if (tools.isEmpty()) {
            return otherwise;
        }
        CodeBlock.Builder body =
                CodeBlock.builder().add("return switch (name) {\n").indent();
        for (ToolModel tool : tools) {
            body.add("case $L -> new $T();\n", JavaLiteral.of(tool.name().value()), names.tool(tool));
        }
        return body.add("default -> $L", otherwise).unindent().add("};\n").build();
    }

    private static String furtherTools(int from) {
        return "toolsFrom" + from;
    }

    private static MethodSpec openMethod(ToolCatalog catalog, ClassName self) {
        String folder = JavaLiteral.of("/" + ResourcePaths.folder(catalog));
        return overriding("open")
                .returns(InputStream.class)
                .addParameter(String.class, "name")
                .addStatement("$T resource = $T.class.getResourceAsStream($L + name)", InputStream.class, self, folder)
                .beginControlFlow("if (resource == null)")
                .addStatement("throw new $T($S + name)", IllegalArgumentException.class, "No such resource: ")
                .endControlFlow()
                .addStatement("return resource")
                .build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
