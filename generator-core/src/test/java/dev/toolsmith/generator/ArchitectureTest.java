package dev.toolsmith.generator;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.channels.FileChannel;
import java.nio.file.Files;

@AnalyzeClasses(packages = "dev.toolsmith.generator", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.toolsmith.generator";
    private static final String[] STAGES = {
        "read", "api", "plan", "tool", "emit", "write", "diagnose", "compare", "lock"
    };

    @ArchTest
    static final ArchRule swaggerParserAndYamlStayInRead = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".read..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.swagger..", "org.yaml..", "com.fasterxml.jackson.dataformat..");

    @ArchTest
    static final ArchRule javaPoetStaysInEmit = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".emit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.palantir.javapoet..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule tokensAreCountedInReport = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.knuddels..");

    @ArchTest
    static final ArchRule onlyWriteChangesTheFileSystem = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".write..")
            .should()
            .callMethodWhere(target(owner(JavaClass.Predicates.assignableTo(Files.class)))
                    .and(target(nameMatching("write.*|create.*|delete.*|move|copy|set.*|new(Output|Buffered)W?.*"))))
            .orShould()
            .callMethodWhere(target(owner(JavaClass.Predicates.assignableTo(FileChannel.class))))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.io")
                    .and(nameMatching("java\\.io\\.(File(OutputStream|Writer)?|RandomAccessFile|PrintWriter)")));

    @ArchTest
    static final ArchRule nothingKnowsMavenOrMcpOrOpensAConnection = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.maven..",
                    "io.modelcontextprotocol..",
                    "tools.jackson..",
                    "java.net.http..",
                    "javax.net..")
            .orShould()
            .dependOnClassesThat(nameMatching("java\\.net\\.(URL|.*Socket.*|.*URLConnection)"));

    @ArchTest
    static final ArchRule stagesGoOneWay = noClasses()
            .that()
            .resideInAnyPackage(stages("api", "plan", "tool", "emit", "write", "diagnose"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".read..");

    @ArchTest
    static final ArchRule onlyTheFacadeKnowsThePlan = noClasses()
            .that()
            .resideInAnyPackage(stages("read", "api", "tool", "emit", "write", "diagnose"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".plan..");

    @ArchTest
    static final ArchRule modelsKnowNoStage = noClasses()
            .that()
            .resideInAnyPackage(stages("api", "tool", "diagnose", "read", "plan"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(stages("emit", "write"));

    @ArchTest
    static final ArchRule writeComesLast = noClasses()
            .that()
            .resideInAnyPackage(stages("emit"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(stages("write"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noStageKnowsTheFacade = noClasses()
            .that()
            .resideInAnyPackage(stages(STAGES))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    private static String[] stages(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = ROOT + "." + names[i] + "..";
        }
        return packages;
    }
}
