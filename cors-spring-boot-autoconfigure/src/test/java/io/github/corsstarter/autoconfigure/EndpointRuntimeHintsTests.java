package io.github.corsstarter.autoconfigure;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.CorsExplanation;
import io.github.corsstarter.actuate.CorsRejections;
import org.junit.jupiter.api.Test;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.InMemoryGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.ApplicationContextAssertProvider;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the endpoint answers can be written as JSON in a native image.
 */
class EndpointRuntimeHintsTests {

	private static final AutoConfigurations AUTO_CONFIGURATIONS = AutoConfigurations.of(EndpointAutoConfiguration.class,
			CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class);

	private static final String EXPOSED = "management.endpoints.web.exposure.include=cors";

	@Test
	void everyAnswerCanBeReadOnTheServletStack() {
		new WebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED)
			.prepare(EndpointRuntimeHintsTests::assertAnswersCanBeRead);
	}

	@Test
	void everyAnswerCanBeReadOnTheReactiveStack() {
		new ReactiveWebApplicationContextRunner().withConfiguration(AUTO_CONFIGURATIONS)
			.withPropertyValues(EXPOSED)
			.prepare(EndpointRuntimeHintsTests::assertAnswersCanBeRead);
	}

	private static void assertAnswersCanBeRead(ApplicationContextAssertProvider<?> context) {
		RuntimeHints hints = hints((GenericApplicationContext) context.getSourceApplicationContext());
		Set<Class<?>> records = new LinkedHashSet<>();
		addRecords(CorsEndpoint.CorsDescriptor.class, records);
		addRecords(CorsExplanation.class, records);
		addRecords(CorsRejections.RejectionsDescriptor.class, records);
		addRecords(named("io.github.corsstarter.actuate.WebView$BadRequestDescriptor"), records);
		assertThat(records).hasSizeGreaterThan(9)
			.flatMap((type) -> Arrays.asList(type.getRecordComponents()))
			.allSatisfy((component) -> assertThat(
					RuntimeHintsPredicates.reflection().onMethodInvocation(component.getAccessor()))
				.as(component.getAccessor().toString())
				.accepts(hints));
	}

	private static void addRecords(Type type, Set<Class<?>> records) {
		if (type instanceof ParameterizedType generic) {
			Arrays.stream(generic.getActualTypeArguments()).forEach((argument) -> addRecords(argument, records));
		}
		else if (type instanceof Class<?> candidate && candidate.isRecord() && records.add(candidate)) {
			Arrays.stream(candidate.getRecordComponents())
				.map(RecordComponent::getGenericType)
				.forEach((component) -> addRecords(component, records));
		}
	}

	private static Class<?> named(String name) {
		try {
			return Class.forName(name);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static RuntimeHints hints(GenericApplicationContext context) {
		DefaultGenerationContext generated = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(EndpointRuntimeHintsTests.class)), new InMemoryGeneratedFiles());
		new ApplicationContextAotGenerator().processAheadOfTime(context, generated);
		return generated.getRuntimeHints();
	}

}
