package io.github.corsstarter.autoconfigure;

import io.github.corsstarter.inspect.InspectedLibrary;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.TypeReference;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.aot.AotServices;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.server.ServerWebExchange;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link CorsRuntimeHints}.
 */
class CorsRuntimeHintsTests {

	private final RuntimeHints hints = new RuntimeHints();

	CorsRuntimeHintsTests() {
		AotServices.factories()
			.load(RuntimeHintsRegistrar.class)
			.forEach((registrar) -> registrar.registerHints(this.hints, getClass().getClassLoader()));
	}

	@Test
	void requestsThatNobodySentAreProxies() {
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(HttpServletRequest.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(HttpServletResponse.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ServerWebExchange.class)).accepts(this.hints);
		assertThat(RuntimeHintsPredicates.proxies().forInterfaces(ServerHttpRequest.class)).accepts(this.hints);
	}

	@ParameterizedTest
	@EnumSource(names = { "SPRING_MVC", "SECURITY", "REACTIVE_SECURITY", "ACTUATOR" })
	void librariesAreFoundByName(InspectedLibrary library) {
		assertThat(RuntimeHintsPredicates.reflection().onType(TypeReference.of(library.type()))).accepts(this.hints);
	}

	@ParameterizedTest
	@ValueSource(classes = { DelegatingFilterProxy.class, DelegatingFilterProxyRegistrationBean.class })
	void proxiesOfFiltersTellTheirTarget(Class<?> type) throws NoSuchMethodException {
		assertThat(RuntimeHintsPredicates.reflection().onMethodInvocation(type.getDeclaredMethod("getTargetBeanName")))
			.accepts(this.hints);
	}

	@Test
	void publicSuffixListCanBeRead() {
		assertThat(RuntimeHintsPredicates.resource()
			.forResource("io/github/corsstarter/origin/owner/public-suffix-list.dat")).accepts(this.hints);
	}

}
