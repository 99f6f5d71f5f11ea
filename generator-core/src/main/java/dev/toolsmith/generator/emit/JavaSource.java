package dev.toolsmith.generator.emit;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;

/** Turns a class into its source file. */
final class JavaSource {

    private JavaSource() {}

    static SourceFile of(String packageName, TypeSpec type) {
        JavaFile file = JavaFile.builder(packageName, type)
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        String path = packageName.replace('.', '/') + "/" + type.name() + ".java";
        return new SourceFile(SourceFile.Kind.SOURCE, path, file.toString().replace(" {\n    }\n", " {}\n"));
    }
}
