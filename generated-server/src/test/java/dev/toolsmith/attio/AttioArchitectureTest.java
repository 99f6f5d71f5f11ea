package dev.toolsmith.attio;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.toolsmith.attio", importOptions = DoNotIncludeTests.class)
class AttioArchitectureTest {

    private static final String WORKSPACE = "dev.toolsmith.attio.workspace";

    @ArchTest
    static final ArchRule packagesOfTheWorkspaceHaveNoCycles =
            slices().matching(WORKSPACE + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesOfTheWorkspaceKnowNoneAboveThem = noClasses()
            .that()
            .resideInAPackage(WORKSPACE + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    WORKSPACE,
                    "dev.toolsmith.attio.extension..",
                    "dev.toolsmith.attio.guide..",
                    "dev.toolsmith.attio.view..");

    @ArchTest
    static final ArchRule valuesFiltersAndListsKnowNothingOfOneAnother = slices().matching(
                    WORKSPACE + ".(values|filters|listing|doubts)..")
            .should()
            .notDependOnEachOther();
}
