package io.github.corsstarter;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.corsstarter.comparison.AcceptedOrigins;
import io.github.corsstarter.origin.automaton.WorkLimits;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.validation.subject.OriginProofs;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may import whom in the part of the project that knows no framework, and how large
 * packages and circles may grow.
 */
class ArchitectureTests {

	private static final String ROOT = "io.github.corsstarter";

	private static final String ORIGIN = ROOT + ".origin";

	private static final int MOST_TYPES = 30;

	private static final int MOST_CLASSES_IN_A_CIRCLE = 5;

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> location.contains("/cors-core/"))
		.importPackages(ROOT);

	@Test
	void onlyTheBaseModuleAndJSpecifyAreSeen() {
		Set<String> base = Object.class.getModule().getPackages();
		classes().should()
			.onlyDependOnClassesThat(resideInAnyPackage(ROOT + "..", "org.jspecify..")
				.or(DescribedPredicate.describe("belong to java.base",
						(type) -> type.getBaseComponentType().isPrimitive()
								|| base.contains(type.getBaseComponentType().getPackageName()))))
			.check(CLASSES);
	}

	@Test
	void originSeesNothingElse() {
		noClasses().that()
			.resideInAPackage(ORIGIN + "..")
			.should()
			.dependOnClassesThat(
					resideInAnyPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(ORIGIN + ".."))))
			.check(CLASSES);
	}

	@Test
	void policySeesOnlyOrigin() {
		noClasses().that()
			.resideInAPackage(ROOT + ".policy..")
			.should()
			.dependOnClassesThat(resideInAnyPackage(ROOT + "..")
				.and(DescribedPredicate.not(resideInAnyPackage(ORIGIN + "..", ROOT + ".policy.."))))
			.check(CLASSES);
	}

	@Test
	void validationSeesOnlyPolicyAndOrigin() {
		noClasses().that()
			.resideInAPackage(ROOT + ".validation..")
			.should()
			.dependOnClassesThat(resideInAnyPackage(ROOT + "..").and(DescribedPredicate
				.not(resideInAnyPackage(ORIGIN + "..", ROOT + ".policy..", ROOT + ".validation.."))))
			.check(CLASSES);
	}

	@Test
	void automataAndOwnersAreSeenByOriginsAndTheirComparisonOnly() {
		noClasses().that()
			.resideOutsideOfPackages(ORIGIN + "..", ROOT + ".comparison..")
			.should()
			.dependOnClassesThat(resideInAnyPackage(ORIGIN + ".automaton", ORIGIN + ".regex", ORIGIN + ".owner"))
			.check(CLASSES);
	}

	/**
	 * Work that is limited anew with each entry is not limited.
	 */
	@Test
	void limitsOfWorkAreMadeForAWholeConfigurationOnly() {
		noClasses().that()
			.resideInAPackage(ORIGIN + "..")
			.and()
			.doNotBelongToAnyOf(OriginEntryParser.class)
			.should()
			.callConstructor(WorkLimits.class)
			.check(CLASSES);
		noClasses().that()
			.resideInAnyPackage(ORIGIN + ".proof", ORIGIN + ".advice", ROOT + ".validation..", ROOT + ".comparison..")
			.and()
			.doNotBelongToAnyOf(OriginLanguages.class, AcceptedOrigins.class)
			.and()
			.doNotHaveFullyQualifiedName(ROOT + ".comparison.Governance")
			.should()
			.callConstructor(OriginEntryParser.class)
			.check(CLASSES);
		noClasses().that()
			.doNotBelongToAnyOf(OriginProofs.class)
			.should()
			.callConstructor(OriginLanguages.class)
			.check(CLASSES);
	}

	@Test
	void roomsOfOriginStandOneAboveTheOther() {
		Architectures.layeredArchitecture()
			.consideringOnlyDependenciesInLayers()
			.layer("grammar")
			.definedBy(ORIGIN)
			.layer("automaton")
			.definedBy(ORIGIN + ".automaton")
			.layer("regex")
			.definedBy(ORIGIN + ".regex")
			.layer("entry")
			.definedBy(ORIGIN + ".entry")
			.layer("match")
			.definedBy(ORIGIN + ".match")
			.layer("owner")
			.definedBy(ORIGIN + ".owner")
			.layer("proof")
			.definedBy(ORIGIN + ".proof")
			.layer("advice")
			.definedBy(ORIGIN + ".advice")
			.layer("data")
			.definedBy(ORIGIN + ".data")
			.whereLayer("data")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("advice")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("proof")
			.mayOnlyBeAccessedByLayers("advice")
			.whereLayer("match")
			.mayNotBeAccessedByAnyLayer()
			.whereLayer("owner")
			.mayOnlyBeAccessedByLayers("proof", "advice", "data")
			.whereLayer("entry")
			.mayOnlyBeAccessedByLayers("match", "proof", "advice", "data")
			.whereLayer("regex")
			.mayOnlyBeAccessedByLayers("entry", "owner", "proof", "advice")
			.whereLayer("automaton")
			.mayOnlyBeAccessedByLayers("regex", "entry", "match", "owner", "proof", "advice")
			.whereLayer("grammar")
			.mayOnlyBeAccessedByLayers("automaton", "regex", "entry", "match", "owner", "proof", "advice", "data")
			.check(CLASSES);
	}

	@Test
	void packagesAreFreeOfCircles() {
		SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
	}

	@Test
	void everyPackageIsNullMarked() {
		Stream<JavaPackage> packages = CLASSES.stream().map(JavaClass::getPackage).distinct();
		assertThat(packages).isNotEmpty()
			.allSatisfy(
					(javaPackage) -> assertThat(javaPackage.isAnnotatedWith(NullMarked.class)).as(javaPackage.getName())
						.isTrue());
	}

	/**
	 * But for that of the rules, which are found by their names.
	 */
	@Test
	void packagesAreSmall() {
		Map<String, Set<String>> large = new TreeMap<>();
		typesByPackage().forEach((name, types) -> large.put(name, types.keySet()));
		large.remove(ROOT + ".validation.rule");
		assertThat(large).isNotEmpty();
		large.values().removeIf((types) -> types.size() <= MOST_TYPES);
		assertThat(large).isEmpty();
	}

	@Test
	void circlesWithinPackagesAreSmall() {
		Map<String, Set<String>> large = new TreeMap<>();
		typesByPackage().forEach((name, types) -> large.put(name, largestCircle(types)));
		assertThat(large).isNotEmpty();
		large.values().removeIf((circle) -> circle.size() <= MOST_CLASSES_IN_A_CIRCLE);
		assertThat(large).isEmpty();
	}

	/**
	 * The types of each package, each with those that it depends on in the same package;
	 * nested types count as parts of the one that they are nested in.
	 */
	private static Map<String, Map<String, Set<String>>> typesByPackage() {
		Map<String, Map<String, Set<String>>> packages = new TreeMap<>();
		for (JavaClass type : CLASSES) {
			if (!type.getSimpleName().equals("package-info")) {
				Set<String> dependencies = packages.computeIfAbsent(type.getPackageName(), (name) -> new TreeMap<>())
					.computeIfAbsent(topLevel(type), (name) -> new TreeSet<>());
				type.getDirectDependenciesFromSelf()
					.stream()
					.map((dependency) -> dependency.getTargetClass().getBaseComponentType())
					.filter((target) -> target.getPackageName().equals(type.getPackageName()))
					.map(ArchitectureTests::topLevel)
					.forEach(dependencies::add);
			}
		}
		return packages;
	}

	private static String topLevel(JavaClass type) {
		int nested = type.getName().indexOf('$');
		return (nested < 0) ? type.getName() : type.getName().substring(0, nested);
	}

	/**
	 * The largest set of types each of which depends on each other, perhaps by way of
	 * others of the package.
	 */
	private static Set<String> largestCircle(Map<String, Set<String>> types) {
		Map<String, Set<String>> reachable = new LinkedHashMap<>();
		types.keySet().forEach((type) -> reachable.put(type, reachable(type, types)));
		return types.keySet()
			.stream()
			.map((type) -> circle(type, reachable))
			.max(Comparator.comparingInt(Set::size))
			.orElse(Set.of());
	}

	private static Set<String> circle(String type, Map<String, Set<String>> reachable) {
		Set<String> circle = new TreeSet<>(reachable.getOrDefault(type, Set.of()));
		circle.removeIf((other) -> !reachable.getOrDefault(other, Set.of()).contains(type));
		return circle;
	}

	private static Set<String> reachable(String from, Map<String, Set<String>> types) {
		Set<String> reachable = new HashSet<>();
		Deque<String> pending = new ArrayDeque<>(List.of(from));
		while (!pending.isEmpty()) {
			for (String type : types.getOrDefault(pending.pop(), Set.of())) {
				if (reachable.add(type)) {
					pending.push(type);
				}
			}
		}
		return reachable;
	}

}
