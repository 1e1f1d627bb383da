package io.github.corsstarter.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.corsstarter.origin.owner.Site;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * Who may see whom.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter.test";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void fetchSeesOnlyJava() {
		classes().that()
			.resideInAPackage(ROOT + ".fetch..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.jspecify..", ROOT + ".fetch..")
			.check(CLASSES);
	}

	@Test
	void onlyTransportsSeeSpring() {
		noClasses().that()
			.resideOutsideOfPackage(ROOT + ".transport..")
			.should()
			.dependOnClassesThat(resideInAPackage("org.springframework.."))
			.check(CLASSES);
	}

	@Test
	void noTestFrameworkIsNeeded() {
		noClasses().should().dependOnClassesThat(resideInAnyPackage("org.junit..", "org.testng..")).check(CLASSES);
	}

	/**
	 * But for the sites that browsers tell apart, which are in a list of the starter's.
	 */
	@Test
	void browserKnowsNothingOfTheStarter() {
		noClasses().that()
			.resideInAnyPackage(ROOT + ".fetch..", ROOT + ".transport..")
			.or()
			.belongToAnyOf(CorsBrowser.class, CorsFetch.class, CorsResult.class, CorsResultAssert.class,
					BrowserEngine.class)
			.should()
			.dependOnClassesThat(resideInAPackage("io.github.corsstarter..").and(resideInAPackage(ROOT + "..").negate())
				.and(belongToAnyOf(Site.class).negate()))
			.check(CLASSES);
	}

	@Test
	void packagesHaveNoCircles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
		noClasses().that()
			.resideInAnyPackage(ROOT + ".fetch..", ROOT + ".transport..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT)
			.check(CLASSES);
	}

}
