package dev.toolsmith.generator.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import dev.toolsmith.generator.emit.SourceFile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Reads generated source back with the compiler's own parser: nothing may stand in it that the generator did not mean. */
final class MemberCheck {

    private static final List<String> TOOL = List.of("name", "toRequest");
    private static final List<String> BUNDLE = List.of("app", "tool", "open");
    private static final List<String> MAIN = List.of("<init>", "main");

    private MemberCheck() {}

    static void hasOnlyPlannedMembers(List<SourceFile> files) throws IOException {
        for (CompilationUnitTree unit : parse(files)) {
            assertThat(unit.getTypeDecls()).hasSize(1);
            ClassTree type = (ClassTree) unit.getTypeDecls().get(0);
            List<String> members = new ArrayList<>();
            for (Tree member : type.getMembers()) {
                assertThat(member).as(type.getSimpleName().toString()).isInstanceOf(MethodTree.class);
                members.add(((MethodTree) member).getName().toString());
            }
            assertThat(List.of(TOOL, BUNDLE, MAIN)).contains(members);
        }
    }

    private static Iterable<? extends CompilationUnitTree> parse(List<SourceFile> files) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>();
        for (SourceFile file : files) {
            if (file.kind() == SourceFile.Kind.SOURCE) {
                sources.add(source(file));
            }
        }
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        return task.parse();
    }

    private static JavaFileObject source(SourceFile file) {
        return new SimpleJavaFileObject(URI.create("parsed:///" + file.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
    }
}
