package io.github.corsstarter;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.server.PathContainer;
import org.springframework.http.server.RequestPath;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may import whom, and what one jar for several Spring Boot lines may link to.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final String[] CORE = { ROOT + ".origin..", ROOT + ".policy..", ROOT + ".validation..",
			ROOT + ".comparison.." };

	/**
	 * Packages of Spring Boot whose classes have one name in 3.5, 4.0 and 4.1.
	 */
	private static final String[] STABLE_BOOT_PACKAGES = { "org.springframework.boot",
			"org.springframework.boot.actuate.autoconfigure.endpoint..",
			"org.springframework.boot.actuate.autoconfigure.info", "org.springframework.boot.actuate.autoconfigure.web",
			"org.springframework.boot.actuate.autoconfigure.web.server", "org.springframework.boot.actuate.endpoint",
			"org.springframework.boot.actuate.endpoint.annotation", "org.springframework.boot.actuate.endpoint.web",
			"org.springframework.boot.actuate.endpoint.web.annotation", "org.springframework.boot.actuate.info",
			"org.springframework.boot.autoconfigure", "org.springframework.boot.autoconfigure.condition",
			"org.springframework.boot.availability", "org.springframework.boot.cloud",
			"org.springframework.boot.context.event", "org.springframework.boot.context.properties..",
			"org.springframework.boot.context.config", "org.springframework.boot.convert",
			"org.springframework.boot.diagnostics..", "org.springframework.boot.env",
			"org.springframework.boot.loader.jarmode", "org.springframework.boot.logging",
			"org.springframework.boot.origin", "org.springframework.boot.web.servlet" };

	/**
	 * Classes in other packages that have one name in all of the lines.
	 */
	private static final Set<String> STABLE_BOOT_CLASSES = Set.of(
			"org.springframework.boot.web.server.WebServerFactory",
			"org.springframework.boot.web.server.WebServerFactoryCustomizer");

	/**
	 * Classes in those packages that are only in some of the lines.
	 */
	private static final Set<String> UNSTABLE_BOOT_CLASSES = Set.of("org.springframework.boot.EnvironmentPostProcessor",
			"org.springframework.boot.env.EnvironmentPostProcessor",
			"org.springframework.boot.autoconfigure.condition.ConditionalOnMissingFilterBean",
			"org.springframework.boot.diagnostics.FailureAnalyzedException",
			"org.springframework.boot.web.servlet.ConditionalOnMissingFilterBean");

	/**
	 * Methods of {@code HttpHeaders} with one descriptor in Spring Framework 6.2 and 7.
	 */
	private static final Set<String> STABLE_HEADER_METHODS = Set.of("add", "addAll", "getAccept",
			"getAccessControlAllowCredentials", "getAccessControlAllowHeaders", "getAccessControlAllowMethods",
			"getAccessControlAllowOrigin", "getAccessControlExposeHeaders", "getAccessControlMaxAge",
			"getAccessControlRequestHeaders", "getAccessControlRequestMethod", "getAllow", "getFirst", "getOrigin",
			"getValuesAsList", "getVary", "isEmpty", "put", "set", "setAccessControlAllowCredentials",
			"setAccessControlAllowHeaders", "setAccessControlAllowMethods", "setAccessControlAllowOrigin",
			"setAccessControlExposeHeaders", "setAccessControlMaxAge", "setAccessControlRequestHeaders",
			"setAccessControlRequestMethod", "setAll", "setContentLength", "setContentType", "setOrigin", "setVary",
			"toSingleValueMap");

	private static final JavaClasses CLASSES = Libraries.CLASSES.that(DescribedPredicate.not(resideInAnyPackage(CORE)));

	@Test
	void inspectSeesOnlyTheCoreLocationAndWebOfThisProject() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".inspect..")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate
				.not(resideInAnyPackage(union(CORE, ROOT + ".inspect..", ROOT + ".location", ROOT + ".web.."))))));
	}

	@Test
	void locationSeesOnlyTheCoreOfThisProject() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".location")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(union(CORE, ROOT + ".location"))))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "web.servlet", "web.reactive" })
	void adapterSeesOnlyTheCoreAndWebOfThisProject(String adapter) {
		String own = ROOT + "." + adapter + "..";
		check(noClasses().that()
			.resideInAPackage(own)
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(union(CORE, ROOT + ".web", own))))));
	}

	/**
	 * They tell what is in force, and what became of the attempts to replace it.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "actuate", "metrics" })
	void observerSeesReloadsAndReportsToo(String observer) {
		String own = ROOT + "." + observer + "..";
		check(noClasses().that()
			.resideInAPackage(own)
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate
				.not(resideInAnyPackage(union(CORE, ROOT + ".web", ROOT + ".reload", ROOT + ".report", own))))));
	}

	@Test
	void reloadSeesOnlyTheCoreConfigAndWebOfThisProject() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".reload")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate
				.not(resideInAnyPackage(union(CORE, ROOT + ".reload", ROOT + ".config..", ROOT + ".web"))))));
	}

	@Test
	void packagesAreSmall() {
		Map<String, Long> types = CLASSES.stream()
			.filter(JavaClass::isTopLevelClass)
			.filter((type) -> !type.getSimpleName().equals("package-info"))
			.collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
		assertThat(types).isNotEmpty().allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(30));
	}

	@Test
	void webSeesOnlyTheCoreOfThisProject() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".web")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(union(CORE, ROOT + ".web"))))));
	}

	@Test
	void reportSeesOnlyTheCoreAndWebOfThisProject() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".report..")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(union(CORE, ROOT + ".web..", ROOT + ".report.."))))));
	}

	/**
	 * The migration compares as reports do, and reports know nothing of it.
	 */
	@Test
	void reportsAndTheirAdaptersDoNotSeeTheMigration() {
		String migration = ROOT + ".report.migration";
		check(noClasses().that()
			.resideOutsideOfPackages(migration, ROOT + ".autoconfigure")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(migration));
		check(noClasses().that()
			.resideInAPackage(migration)
			.should()
			.dependOnClassesThat(servletStack().or(reactiveStack())
				.or(resideInAnyPackage(ROOT + ".report.servlet", ROOT + ".report.reactive"))));
	}

	@Test
	void webSeesNeitherStack() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".web")
			.should()
			.dependOnClassesThat(servletStack().or(reactiveStack())
				.or(resideInAnyPackage("org.springframework.boot..", "org.springframework.beans..",
						"org.springframework.context.."))));
	}

	@Test
	void servletAdapterDoesNotSeeTheReactiveStack() {
		check(noClasses().that()
			.resideInAnyPackage(ROOT + ".web.servlet..", ROOT + ".inspect.servlet..", ROOT + ".report.servlet..")
			.should()
			.dependOnClassesThat(reactiveStack()));
	}

	@Test
	void reactiveAdapterDoesNotSeeTheServletStack() {
		check(noClasses().that()
			.resideInAnyPackage(ROOT + ".web.reactive..", ROOT + ".inspect.reactive..", ROOT + ".report.reactive..")
			.should()
			.dependOnClassesThat(servletStack()));
	}

	@Test
	void configSeesOnlyTheCoreLocationWebAndInspectOfThisProject() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".config..")
			.should()
			.dependOnClassesThat(resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(
					union(CORE, ROOT + ".config..", ROOT + ".location", ROOT + ".web", ROOT + ".inspect.."))))));
	}

	@Test
	void onlyTheCommandLineSeesTheLoaderOfPackagedApplications() {
		check(noClasses().that()
			.resideOutsideOfPackage(ROOT + ".jarmode")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(ROOT + ".jarmode", "org.springframework.boot.loader.."));
	}

	@Test
	void commandLineNeedsNoActuatorAndNoWebStack() {
		check(noClasses().that()
			.resideInAPackage(ROOT + ".jarmode")
			.should()
			.dependOnClassesThat(servletStack().or(reactiveStack())
				.or(resideInAnyPackage("org.springframework.boot.actuate..", "com.fasterxml.."))));
	}

	@Test
	void nobodySeesAutoconfigure() {
		check(noClasses().that()
			.resideOutsideOfPackage(ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT + ".autoconfigure.."));
	}

	@Test
	void onlyMetricsAndItsWiringSeeMicrometer() {
		check(noClasses().that()
			.resideOutsideOfPackages(ROOT + ".metrics..", ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.micrometer.."));
	}

	@Test
	void onlyActuateAndItsWiringSeeActuator() {
		check(noClasses().that()
			.resideOutsideOfPackages(ROOT + ".actuate..", ROOT + ".autoconfigure..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework.boot.actuate.."));
	}

	@Test
	void packagesAreFreeOfCycles() {
		check(SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
	}

	@Test
	void everyPackageIsNullMarked() {
		Stream<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).distinct();
		assertThat(packages).isNotEmpty()
			.allSatisfy(
					(javaPackage) -> assertThat(javaPackage.isAnnotatedWith(NullMarked.class)).as(javaPackage.getName())
						.isTrue());
	}

	@Test
	void onlyBootClassesThatNeverMovedAreLinked() {
		check(noClasses().should()
			.dependOnClassesThat(resideInAPackage("org.springframework.boot..")
				.and(DescribedPredicate.not(resideInAnyPackage(STABLE_BOOT_PACKAGES)))
				.and(DescribedPredicate.describe("are not in every line of Spring Boot",
						(type) -> !STABLE_BOOT_CLASSES.contains(type.getName())))
				.or(DescribedPredicate.describe("are only in some lines of Spring Boot",
						(type) -> UNSTABLE_BOOT_CLASSES.contains(type.getName())))));
	}

	@Test
	void onlyHeaderMethodsThatNeverChangedAreLinked() {
		check(noClasses().that()
			// Tell the two apart before they call either
			.doNotHaveFullyQualifiedName(ROOT + ".web.reactive.HeaderLines")
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".web.reactive.SettledHeaders")
			.and()
			// Calls the constructor without arguments, which both have
			.doNotHaveFullyQualifiedName(ROOT + ".inspect.reactive.AnswerableExchange")
			.should()
			.accessTargetWhere(
					DescribedPredicate.describe("target is a method of HttpHeaders that Spring 6.2 and 7 differ in",
							ArchitectureTests::isUnstableHeadersAccess)));
	}

	private static boolean isUnstableHeadersAccess(JavaAccess<?> access) {
		return access.getTargetOwner().getName().equals("org.springframework.http.HttpHeaders")
				&& !(access.getTarget() instanceof AccessTarget.FieldAccessTarget)
				&& !STABLE_HEADER_METHODS.contains(access.getTarget().getName());
	}

	private static DescribedPredicate<JavaClass> servletStack() {
		return resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..",
				"org.springframework.web.filter..", "org.springframework.http.server",
				"org.springframework.boot.web.servlet..")
			.and(DescribedPredicate.not(belongToAnyOf(PathContainer.class, RequestPath.class)))
			.as("belong to the servlet stack");
	}

	private static DescribedPredicate<JavaClass> reactiveStack() {
		return resideInAnyPackage("reactor..", "org.reactivestreams..", "org.springframework.web.reactive..",
				"org.springframework.web.server..", "org.springframework.web.cors.reactive..",
				"org.springframework.http.server.reactive..")
			.as("belong to the reactive stack");
	}

	private static String[] union(String[] some, String... others) {
		return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(String[]::new);
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

}
