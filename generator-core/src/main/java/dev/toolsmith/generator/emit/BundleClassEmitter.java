package dev.toolsmith.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.io.InputStream;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class that a server knows all tools of one API by. */
final class BundleClassEmitter implements Emitter {

    private final JavaNames names;

    BundleClassEmitter(JavaNames names) {
        this.names = names;
    }

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        ClassName self = names.bundle(catalog.app());
        TypeSpec type = TypeSpec.classBuilder(self)
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.TOOL_BUNDLE)
                .addMethod(appMethod(catalog))
                .addMethod(toolMethod(catalog))
                .addMethod(openMethod(catalog, self))
                .build();
        return Stream.of(JavaSource.of(names.packageName(), type));
    }

    private static MethodSpec appMethod(ToolCatalog catalog) {
        return overriding("app")
                .returns(String.class)
                .addStatement("return $L", JavaLiteral.of(catalog.app()))
                .build();
    }

    private MethodSpec toolMethod(ToolCatalog catalog) {
        MethodSpec.Builder method =
                overriding("tool").returns(RuntimeTypes.API_TOOL).addParameter(String.class, "name");
        CodeBlock unknown =
                CodeBlock.of("throw new $T($S + name);\n", IllegalArgumentException.class, "No such tool: ");
        if (catalog.tools().isEmpty()) {
            return method.addCode(unknown).build();
        }
        CodeBlock.Builder body =
                CodeBlock.builder().add("return switch (name) {\n").indent();
        for (ToolModel tool : catalog.tools()) {
            body.add("case $L -> new $T();\n", JavaLiteral.of(tool.name().value()), names.tool(tool));
        }
        body.add("default -> $L", unknown).unindent().add("};\n");
        return method.addCode(body.build()).build();
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
