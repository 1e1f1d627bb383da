package io.github.corsstarter.inspect.servlet;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.inspect.InspectedApplication;
import jakarta.servlet.http.HttpServlet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.DelegatingFilterProxy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where Spring Boot registers a {@link CorsFilter}, and for what: what is found is what
 * happens.
 */
class RegisteredFilterTests {

	private static final String ORIGIN = "https://page.example.com";

	private static final String FIRST = "/governed/first";

	private static final String SECOND = "/governed/second";

	static List<Object[]> applications() {
		String rest = " partly-shadowed base";
		return List.of(new Object[] { OrderedMethod.class, List.of("corsFilter" + rest), false, false },
				new Object[] { OrderedType.class, List.of("corsFilter ahead"), true, true },
				new Object[] { OrderedInstance.class, List.of("corsFilter ahead"), true, true },
				new Object[] { Annotated.class, List.of("corsFilter ahead"), true, false },
				new Object[] { AnnotatedLate.class, List.of("corsFilter shadowed base"), false, false },
				new Object[] { AnnotatedForServlet.class, List.of("corsFilter ahead", "corsFilter" + rest), true,
						false },
				new Object[] { ForServlet.class, List.of("registration" + rest), false, false },
				new Object[] { Proxied.class, List.of("registration ahead"), true, false },
				new Object[] { ProxiedByAnotherName.class, List.of("registration ahead"), true, false },
				new Object[] { RegisteredByAnotherName.class, List.of("registration ahead"), true, false },
				new Object[] { RegisteredProxy.class, List.of("registration ahead", "corsFilter" + rest), true, false },
				new Object[] { RegisteredProxyOfName.class, List.of("registration ahead"), true, false },
				new Object[] { ProxyBean.class, List.of("corsFilter" + rest, "proxy ahead"), true, true },
				new Object[] { AnnotatedProxyBean.class, List.of("corsFilter" + rest, "proxy ahead"), true, false });
	}

	@ParameterizedTest
	@MethodSource("applications")
	void effectIsWhatHappens(Class<?> type, List<String> effects, boolean first, boolean second) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(type)) {
			assertThat(application.effects()).isEqualTo(effects);
			assertThat(application.preflight(FIRST, ORIGIN, "GET")).isEqualTo(first ? ORIGIN : null);
			assertThat(application.preflight(SECOND, ORIGIN, "GET")).isEqualTo(second ? ORIGIN : null);
		}
	}

	@Test
	void filterOfServletIsBehindPoliciesOfTheLastOrder() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(ForServlet.class,
				"cors.filter.order=" + Ordered.LOWEST_PRECEDENCE)) {
			assertThat(application.effects()).containsExactly("registration partly-shadowed base");
			assertThat(application.preflight(FIRST, ORIGIN, "GET")).isNull();
		}
	}

	@Test
	void nobodyClaimsThatFilterOfAnotherServletDecides() throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(ForAnotherServlet.class)) {
			assertThat(application.preflight("/open", ORIGIN, "PUT")).isNull();
			String body = application.send("GET", "/actuator/cors/explain?path=/open&method=PUT&origin=" + ORIGIN)
				.body();
			assertThat(JsonPath.<String>read(body, "$.preflight.decidedBy")).isNull();
			assertThat(JsonPath.<Integer>read(body, "$.preflight.status")).isNull();
			assertThat(JsonPath.<String>read(body, "$.explanation"))
				.endsWith("Other CORS configuration is for it: cors-filter registration.");
		}
	}

	static List<Class<?>> disabled() {
		return List.of(AnnotatedDisabled.class, ProxiedDisabled.class);
	}

	@ParameterizedTest
	@MethodSource("disabled")
	void whatIsNotRegisteredIsNone(Class<?> type) throws Exception {
		try (InspectedApplication application = InspectedApplication.startServlet(type)) {
			assertThat(application.sources()).isEmpty();
			assertThat(application.preflight("/open", ORIGIN, "GET")).isNull();
		}
	}

	private static CorsConfiguration configuration() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(ORIGIN));
		return configuration;
	}

	private static CorsFilter filter() {
		return new CorsFilter((request) -> configuration());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Pages {

		@GetMapping({ "/open", FIRST, SECOND })
		String page() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedMethod extends Pages {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		CorsFilter corsFilter() {
			return filter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedType extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return new AnnotatedFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedInstance extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return new OrderedFilter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Annotated extends Pages {

		@Bean
		@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE, urlPatterns = FIRST)
		CorsFilter corsFilter() {
			return filter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnnotatedLate extends Pages {

		@Bean
		@FilterRegistration(urlPatterns = FIRST)
		CorsFilter corsFilter() {
			return filter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnnotatedForServlet extends Pages {

		@Bean
		@FilterRegistration(order = Ordered.HIGHEST_PRECEDENCE, urlPatterns = FIRST, servletNames = "dispatcherServlet")
		CorsFilter corsFilter() {
			return filter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnnotatedDisabled extends Pages {

		@Bean
		@FilterRegistration(enabled = false)
		CorsFilter corsFilter() {
			return filter();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ForServlet extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter());
			registration.addServletNames("dispatcherServlet");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ForAnotherServlet extends Pages {

		@Bean
		ServletRegistrationBean<HttpServlet> another() {
			return new ServletRegistrationBean<>(new HttpServlet() {
			}, "/another/*");
		}

		@Bean
		FilterRegistrationBean<CorsFilter> registration(ServletRegistrationBean<HttpServlet> another) {
			return new FilterRegistrationBean<>(filter(), another);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Proxied extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return filter();
		}

		@Bean
		DelegatingFilterProxyRegistrationBean registration() {
			DelegatingFilterProxyRegistrationBean registration = new DelegatingFilterProxyRegistrationBean(
					"corsFilter");
			registration.addUrlPatterns(FIRST);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxiedByAnotherName extends Proxied {

		@Bean
		@Override
		DelegatingFilterProxyRegistrationBean registration() {
			DelegatingFilterProxyRegistrationBean registration = super.registration();
			registration.setName("legacy");
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredByAnotherName extends Pages {

		@Bean
		FilterRegistrationBean<CorsFilter> registration() {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter());
			registration.setName("legacy");
			registration.addUrlPatterns(FIRST);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredProxy extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return filter();
		}

		@Bean
		FilterRegistrationBean<DelegatingFilterProxy> registration() {
			FilterRegistrationBean<DelegatingFilterProxy> registration = new FilterRegistrationBean<>(proxy());
			registration.setName("legacy");
			registration.addUrlPatterns(FIRST);
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		DelegatingFilterProxy proxy() {
			return new DelegatingFilterProxy("corsFilter");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegisteredProxyOfName extends RegisteredProxy {

		@Bean
		@Override
		FilterRegistrationBean<DelegatingFilterProxy> registration() {
			FilterRegistrationBean<DelegatingFilterProxy> registration = super.registration();
			registration.setName("corsFilter");
			return registration;
		}

		@Override
		DelegatingFilterProxy proxy() {
			return new DelegatingFilterProxy();
		}

		@Bean
		FilterRegistrationBean<CorsFilter> disabled(CorsFilter filter) {
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(filter);
			registration.setEnabled(false);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxyBean extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return filter();
		}

		@Bean
		OrderedProxy proxy() {
			return new OrderedProxy("corsFilter");
		}

	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class OrderedProxy extends DelegatingFilterProxy {

		OrderedProxy(String target) {
			super(target);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnnotatedProxyBean extends Pages {

		@Bean
		CorsFilter corsFilter() {
			return filter();
		}

		@Bean
		@FilterRegistration(urlPatterns = FIRST, order = Ordered.HIGHEST_PRECEDENCE)
		DelegatingFilterProxy proxy() {
			return new DelegatingFilterProxy("corsFilter");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ProxiedDisabled extends Proxied {

		@Bean
		@Override
		DelegatingFilterProxyRegistrationBean registration() {
			DelegatingFilterProxyRegistrationBean registration = super.registration();
			registration.setEnabled(false);
			return registration;
		}

	}

	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class AnnotatedFilter extends CorsFilter {

		AnnotatedFilter() {
			super((request) -> configuration());
		}

	}

	static class OrderedFilter extends CorsFilter implements Ordered {

		OrderedFilter() {
			super((request) -> configuration());
		}

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

	}

}
