package io.github.corsstarter;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.members;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How auto-configurations, beans and plain code are written here.
 */
class ConventionTests {

	private static final String ROOT = "io.github.corsstarter";

	/**
	 * Names by which Spring Security finds, and prefers, somebody else's CORS support.
	 */
	private static final Set<String> FOREIGN_BEAN_NAMES = Set.of("corsFilter", "corsConfigurationSource");

	/**
	 * Types by which Spring Security, Spring MVC or WebFlux find it.
	 */
	private static final List<String> FOREIGN_BEAN_TYPES = List.of(
			"org.springframework.web.cors.UrlBasedCorsConfigurationSource",
			"org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource",
			"org.springframework.web.filter.CorsFilter", "org.springframework.web.cors.reactive.CorsWebFilter",
			"org.springframework.web.cors.PreFlightRequestHandler",
			"org.springframework.web.cors.reactive.PreFlightRequestHandler");

	private static final JavaClasses CLASSES = Libraries.CLASSES;

	@Test
	void autoConfigurationsArePublicFinalAndNamedSo() {
		check(classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration"));
	}

	@Test
	void autoConfigurationsHaveNoPublicMembers() {
		check(members().that()
			.areDeclaredInClassesThat()
			.areAnnotatedWith(AutoConfiguration.class)
			.and(DescribedPredicate.describe("are not the default constructor",
					ConventionTests::isNoDefaultConstructor))
			.should()
			.notBePublic());
	}

	@Test
	void autoConfigurationsAreListed() {
		List<String> listed = ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
			.getCandidates()
			.stream()
			.filter((name) -> name.startsWith(ROOT))
			.toList();
		List<String> classes = CLASSES.stream()
			.filter((type) -> type.isAnnotatedWith(AutoConfiguration.class))
			.map(JavaClass::getName)
			.toList();
		assertThat(listed).containsExactlyInAnyOrderElementsOf(classes);
	}

	@Test
	void conditionsAreNotPublic() {
		check(noClasses().that().areAssignableTo(Condition.class).should().bePublic());
	}

	@Test
	void beanMethodsArePackagePrivate() {
		check(methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate());
	}

	@Test
	void beanMethodsReturnTypesThatSpringCanSee() {
		check(methods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.haveRawReturnType(DescribedPredicate.describe("not private",
					(type) -> !type.getModifiers().contains(JavaModifier.PRIVATE))));
	}

	@Test
	void beanMethodsHaveNoConditionOnClass() {
		check(noMethods().that()
			.areAnnotatedWith(Bean.class)
			.should()
			.beAnnotatedWith(ConditionalOnClass.class)
			.because("the method's own signature would fail to load first"));
	}

	@Test
	void postProcessorBeanMethodsAreStatic() {
		check(methods().that()
			.areAnnotatedWith(Bean.class)
			.and()
			.haveRawReturnType(JavaClass.Predicates.assignableTo(BeanPostProcessor.class)
				.or(JavaClass.Predicates.assignableTo(BeanFactoryPostProcessor.class)))
			.should()
			.beStatic());
	}

	@Test
	void noBeanIsTakenForTheApplicationsOwnCorsSupport() {
		check(methods().that().areAnnotatedWith(Bean.class).should(notBeTakenForForeignCorsSupport()));
	}

	@Test
	void caseChangesNameTheLocale() {
		check(noClasses().should()
			.accessTargetWhere(DescribedPredicate.describe("target is a case change by the default locale",
					ConventionTests::isCaseChangeByDefaultLocale)));
	}

	@Test
	void fieldsAreNotOptional() {
		check(noFields().should().haveRawType(Optional.class));
	}

	@Test
	void parametersAreNotOptional() {
		check(noCodeUnits().should(new ArchCondition<>("take an Optional") {

			@Override
			public void check(JavaCodeUnit codeUnit, ConditionEvents events) {
				if (codeUnit.getRawParameterTypes().stream().anyMatch((type) -> type.isEquivalentTo(Optional.class))) {
					events.add(SimpleConditionEvent.satisfied(codeUnit, codeUnit.getDescription()));
				}
			}

		}));
	}

	@Test
	void standardStreamsAreNotUsed() {
		// The command line is there to write to them
		GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
			.check(Libraries.CLASSES.that(DescribedPredicate.not(resideInAPackage("io.github.corsstarter.jarmode"))));
	}

	@Test
	void genericExceptionsAreNotThrown() {
		check(GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS);
	}

	private static boolean isNoDefaultConstructor(JavaMember member) {
		return !(member instanceof JavaCodeUnit codeUnit && codeUnit.isConstructor()
				&& codeUnit.getRawParameterTypes().isEmpty());
	}

	private static boolean isCaseChangeByDefaultLocale(JavaAccess<?> access) {
		return access.getTarget().getFullName().matches("java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)");
	}

	private static ArchCondition<JavaMethod> notBeTakenForForeignCorsSupport() {
		return new ArchCondition<>("not be taken for the application's own CORS support") {

			@Override
			public void check(JavaMethod method, ConditionEvents events) {
				Bean bean = method.getAnnotationOfType(Bean.class);
				List<String> names = List.of((bean.value().length > 0) ? bean.value() : bean.name());
				names = names.isEmpty() ? List.of(method.getName()) : names;
				boolean taken = names.stream().anyMatch(FOREIGN_BEAN_NAMES::contains) || FOREIGN_BEAN_TYPES.stream()
					.anyMatch((type) -> method.getRawReturnType().isAssignableTo(type));
				if (taken) {
					events.add(SimpleConditionEvent.violated(method, method.getDescription()));
				}
			}

		};
	}

	private static void check(ArchRule rule) {
		rule.allowEmptyShould(true).check(CLASSES);
	}

}
