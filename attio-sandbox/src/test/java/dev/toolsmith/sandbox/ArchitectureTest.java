package dev.toolsmith.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.toolsmith.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule ONLY_THE_SERVER_SPEAKS_HTTP = noClasses()
            .that()
            .resideOutsideOfPackage("dev.toolsmith.sandbox.http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.net.httpserver..", "java.net.http..");

    @ArchTest
    static final ArchRule THE_STATE_KNOWS_NO_OPERATIONS = noClasses()
            .that()
            .resideInAnyPackage("..model..", "..schema..", "..values..", "..write..", "..filter..", "..desk..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..operations..", "..http..", "..control..", "..sample..");

    @ArchTest
    static final ArchRule ONLY_FAULTS_KNOW_THE_TIME_OF_DAY = noClasses()
            .that()
            .resideOutsideOfPackage("dev.toolsmith.sandbox.control")
            .should()
            .callMethod(java.time.Instant.class, "now");
}
