package dev.toolsmith.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.toolsmith.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class PlatformArchitectureTest {

    private static final String ROOT = "dev.toolsmith.platform";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheSqliteStoreKnowsTheDatabase = onlyIn(
            ".store.sqlite..",
            "org.jdbi..",
            "com.zaxxer..",
            "org.flywaydb..",
            "org.sqlite..",
            "java.sql..",
            "javax.sql..");

    @ArchTest
    static final ArchRule onlyTheVaultEncrypts = onlyIn(".vault..", "com.google.crypto.tink..");

    @ArchTest
    static final ArchRule onlyAccessHashesPasswords = onlyIn(".access..", "com.password4j..");

    @ArchTest
    static final ArchRule onlyLimitsCountAndBreak =
            onlyIn(".limits..", "io.github.bucket4j..", "io.github.resilience4j..");

    @ArchTest
    static final ArchRule onlyTheAdminPagesKnowTemplates = onlyIn(".admin..", "gg.jte..");

    @ArchTest
    static final ArchRule onlyOpsMeasureAndArrangeLogs =
            onlyIn(".ops..", "io.micrometer..", "io.prometheus..", "ch.qos.logback..", "net.logstash..");

    @ArchTest
    static final ArchRule onlyWhatAnswersRequestsKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".web..", ROOT + ".hosting..", ROOT + ".api..", ROOT + ".admin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty.server..");

    @ArchTest
    static final ArchRule jsonIsReadByJacksonThreeAlone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..", "com.google.gson..");

    @ArchTest
    static final ArchRule theModelKnowsNothingOfTheRest = noClasses()
            .that()
            .resideInAPackage(ROOT + ".model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".access..",
                    ROOT + ".account..",
                    ROOT + ".admin..",
                    ROOT + ".api..",
                    ROOT + ".audit..",
                    ROOT + ".cli..",
                    ROOT + ".hosting..",
                    ROOT + ".limits..",
                    ROOT + ".ops..",
                    ROOT + ".store..",
                    ROOT + ".vault..",
                    ROOT + ".web..");

    @ArchTest
    static final ArchRule onlyTheRootKnowsWhichStoreThereIs = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".cli..", ROOT + ".store.sqlite..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".store.sqlite..");

    private static ArchRule onlyIn(String place, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + place)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
