package dev.toolsmith.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.toolsmith.generator.tool.ToolCatalog;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes the class that starts a server with the generated tools. */
final class MainEmitter implements Emitter {

    private final JavaNames names;
    private final ServerMain server;

    MainEmitter(JavaNames names, ServerMain server) {
        this.names = names;
        this.server = server;
    }

    @Override
    public Stream<SourceFile> emit(ToolCatalog catalog) {
        MethodSpec constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build();
        MethodSpec main = MethodSpec.methodBuilder("main")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(String[].class, "args")
                .addStatement("$T.exit($L)", System.class, server(catalog))
                .build();
        TypeSpec type = TypeSpec.classBuilder(JavaNames.MAIN)
                .addAnnotation(RuntimeTypes.GENERATED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(constructor)
                .addMethod(main)
                .build();
        return Stream.of(JavaSource.of(names.packageName(), type));
    }

    private CodeBlock server(ToolCatalog catalog) {
        CodeBlock.Builder expression = CodeBlock.builder()
                .add(
                        "$T.named($L, $L)",
                        RuntimeTypes.MCP_SERVER,
                        JavaLiteral.of(server.name()),
                        JavaLiteral.of(server.version()))
                .add("\n.with(new $T())", names.bundle(catalog.app()));
        for (String extension : server.extensions()) {
            expression.add("\n.extendedBy(new $T())", JavaNames.ofClass(extension));
        }
        return expression.add("\n.run(args)").build();
    }
}
