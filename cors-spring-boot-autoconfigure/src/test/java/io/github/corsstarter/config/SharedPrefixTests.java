package io.github.corsstarter.config;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.web.PathPatternSyntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SharedPrefix}.
 */
class SharedPrefixTests {

	private static final String NAME = SharedPrefixTests.class.getName();

	private final StandardEnvironment environment = new StandardEnvironment();

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@ParameterizedTest
	@ValueSource(strings = { "cors.allowed-origin=https://a.example", "cors.allowedOriginsPattern=https://a.example",
			"cors.allowed.origins[0]=https://a.example", "cors.exposed-header[1].name=X-Total",
			"cors.max-ages.preflight=5", "cors.policy.any.thing=x" })
	void keyOfAnotherClassIsNoUnknownProperty(String pair) {
		set(pair);
		assertThat(violations()).singleElement().asString().startsWith("unknown-property");
		register(Acme.class);
		assertThat(violations()).containsExactly("shared-prefix " + NAME + "$Acme");
	}

	@Test
	void keyThatTheOtherClassDoesNotHaveIsStillUnknown() {
		set("cors.alowed-origins=https://a.example");
		register(Acme.class);
		assertThat(violations()).containsExactly("unknown-property cors.alowed-origins",
				"shared-prefix " + NAME + "$Acme");
	}

	@Test
	void wordsOfAVariableAreOneName() {
		this.environment.getPropertySources()
			.addFirst(new SystemEnvironmentPropertySource("systemEnvironment",
					Map.of("CORS_ALLOWED_ORIGIN", "https://a.example")));
		assertThat(violations()).singleElement().asString().startsWith("unknown-property");
		register(Acme.class);
		assertThat(violations()).containsExactly("shared-prefix " + NAME + "$Acme");
	}

	@Test
	void classThatBindsBelowIsNamed() {
		set("cors.paths.files=/files");
		register(Paths.class);
		assertThat(violations()).containsExactly("shared-prefix " + NAME + "$Paths");
	}

	@Test
	void otherPrefixesAreNoMatterOfThis() {
		set("cors.allowed-origins=https://a.example");
		register(Elsewhere.class);
		register(Corset.class);
		assertThat(violations()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "org.springframework.samples.petclinic.Settings,1", "org.springframework.boot.acme.Settings,0",
			"org.springframeworks.Settings,1" })
	void samplesOfSpringAreApplications(String name, int found) {
		register(new SettingsClassLoader(getClass().getClassLoader()).define(name));
		assertThat(SharedPrefix.find(this.beanFactory)).hasSize(found);
	}

	@Test
	void nothingIsLookedForWhereNothingIsSet() {
		AtomicInteger asked = new AtomicInteger();
		this.environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
		new CorsPropertiesReader(this.environment, () -> {
			asked.incrementAndGet();
			return List.of();
		}).read();
		assertThat(asked).hasValue(0);
	}

	@Test
	void noBeanIsCreated() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			context.register(Counting.class);
			context.refresh();
			assertThat(SharedPrefix.find(context.getBeanFactory())).extracting(SharedPrefix::type)
				.containsExactly(Acme.class, Paths.class);
			assertThat(Counting.created).hasValue(0);
		}
	}

	@Test
	void classThatIsEnabledIsFound() {
		new ApplicationContextRunner().withUserConfiguration(Enabling.class)
			.run((context) -> assertThat(SharedPrefix.find(context.getBeanFactory())).extracting(SharedPrefix::type)
				.containsExactly(Acme.class));
	}

	private void set(String pair) {
		TestPropertyValues.of(pair).applyTo(this.environment);
	}

	private void register(Class<?> type) {
		this.beanFactory.registerBeanDefinition(type.getSimpleName(), new RootBeanDefinition(type));
	}

	private List<String> violations() {
		CorsPropertiesReader reader = new CorsPropertiesReader(this.environment,
				() -> SharedPrefix.find(this.beanFactory));
		return new PolicyValidator(new PathPatternSyntax()).validate(reader.read().input())
			.violations()
			.stream()
			.map(SharedPrefixTests::text)
			.toList();
	}

	private static String text(Violation violation) {
		return violation.rule() + " " + violation.value();
	}

	@ConfigurationProperties("cors")
	record Acme(String allowedOrigin, String allowedOriginsPattern, Allowed allowed, List<Header> exposedHeader,
			MaxAges maxAges, Map<String, Object> policy) {

		record Allowed(String[] origins) {

		}

		record Header(String name) {

		}

	}

	static class MaxAges {

		private int seconds;

		int seconds() {
			return this.seconds;
		}

		void setPreflight(int seconds) {
			this.seconds = seconds;
		}

	}

	@ConfigurationProperties("cors.paths")
	record Paths(String files) {

	}

	@ConfigurationProperties("acme.cors")
	record Elsewhere(String allowedOrigin) {

	}

	@ConfigurationProperties("corset")
	record Corset(String allowedOrigin) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(Acme.class)
	static class Enabling {

	}

	@Configuration(proxyBeanMethods = false)
	static class Counting {

		private static final AtomicInteger created = new AtomicInteger();

		@Bean
		@Lazy
		Acme lazy() {
			created.incrementAndGet();
			return new Acme("", "", new Acme.Allowed(new String[0]), List.of(), new MaxAges(), Map.of());
		}

		@Bean
		@Lazy
		@ConfigurationProperties("cors.media")
		Paths ofMethod() {
			created.incrementAndGet();
			return new Paths("");
		}

	}

	/**
	 * Defines classes that bind {@code cors}, in packages that no source of ours may be
	 * in.
	 */
	private static final class SettingsClassLoader extends ClassLoader {

		private SettingsClassLoader(ClassLoader parent) {
			super(parent);
		}

		private Class<?> define(String name) {
			ClassWriter type = new ClassWriter(0);
			type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null,
					Type.getInternalName(Object.class), null);
			AnnotationVisitor annotation = type.visitAnnotation(Type.getDescriptor(ConfigurationProperties.class),
					true);
			annotation.visit("prefix", "cors");
			annotation.visitEnd();
			byte[] bytes = type.toByteArray();
			return defineClass(name, bytes, 0, bytes.length);
		}

	}

}
