package dev.toolsmith.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.toolsmith.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeArchitectureTest {

    private static final String ROOT = "dev.toolsmith.runtime";

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlySchemaKnowsTheValidator = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.networknt..", "com.google.re2j..");

    @ArchTest
    static final ArchRule onlyTheHttpTransportKnowsTheServer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".transport.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty.server..");

    @ArchTest
    static final ArchRule onlyUpstreamKnowsTheClient = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".upstream..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty.client..");

    @ArchTest
    static final ArchRule onlyTheCounterOfTokensKnowsTheTokenizer = noClasses()
            .that()
            .haveNameNotMatching(".*\\.cli\\.ToolTokens(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.knuddels..");

    @ArchTest
    static final ArchRule theStartPathParsesByStreamingOnly = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".protocol..", ROOT + ".transport..", ROOT + ".cli..", ROOT + ".bundle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tools.jackson.databind..", "com.fasterxml..");

    @ArchTest
    static final ArchRule theWritingOfRequestsKnowsNothingOfTheirSending = noClasses()
            .that()
            .resideInAPackage(ROOT + ".upstream.request..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".upstream", ROOT + ".account..", ROOT + ".view..", "java.net..");

    @ArchTest
    static final ArchRule theProtocolKnowsNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage(ROOT + ".protocol..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.net..",
                    "java.nio.channels..",
                    "java.nio.file..",
                    "org.eclipse..",
                    ROOT + ".transport..",
                    ROOT + ".upstream..",
                    ROOT + ".bundle..",
                    ROOT + ".cli..");

    @ArchTest
    static final ArchRule theStartPathNeedsNoLoggingReflectionOrServices = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".protocol..", ROOT + ".transport.stdio..", ROOT + ".cli..", ROOT + ".bundle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..", "java.lang.reflect..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader");

    @ArchTest
    static final ArchRule whatIsKnownOfAccountsDependsOnNoTransportAndNoClient = noClasses()
            .that()
            .resideInAPackage(ROOT + ".account..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".upstream..",
                    ROOT + ".protocol..",
                    ROOT + ".transport..",
                    ROOT + ".cli..",
                    ROOT + ".schema..",
                    "java.net..",
                    "java.nio.file..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule theStartPathKnowsNoAccounts = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".protocol..", ROOT + ".transport..", ROOT + ".bundle..", ROOT + ".tool..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".account..");

    @ArchTest
    static final ArchRule accountsGoByOneClock = noClasses()
            .that()
            .resideInAPackage(ROOT + ".account..")
            .and()
            .doNotHaveSimpleName("KnownAccounts")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
