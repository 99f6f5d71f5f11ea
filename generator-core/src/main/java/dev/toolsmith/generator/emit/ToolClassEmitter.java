package dev.toolsmith.generator.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.toolsmith.generator.tool.ToolCatalog;
import dev.toolsmith.generator.tool.ToolModel;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes one class a tool. */
final class ToolClassEmitter implements Emitter {

    private final JavaNames names;

    ToolClassEmitter(JavaNames names) {
        this.names = names;
    }

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        return catalog.tools().stream().map(tool -> JavaSource.of(names.packageName(), toolClass(tool)));
    }

    private static TypeSpec toolClass(ToolModel tool) {
        return TypeSpec.classBuilder(tool.name().className())
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(RuntimeTypes.API_TOOL)
                .addMethod(nameMethod(tool))
                .addMethod(requestMethod(tool))
                .build();
    }

    private static MethodSpec nameMethod(ToolModel tool) {
        return MethodSpec.methodBuilder("name")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("return $L", JavaLiteral.of(tool.name().value()))
                .build();
    }

    private static MethodSpec requestMethod(ToolModel tool) {
        return MethodSpec.methodBuilder("toRequest")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(RuntimeTypes.API_REQUEST)
                .addParameter(RuntimeTypes.TOOL_ARGUMENTS, "args")
                .addStatement("return $L", RequestExpression.of(tool))
                .build();
    }
}
