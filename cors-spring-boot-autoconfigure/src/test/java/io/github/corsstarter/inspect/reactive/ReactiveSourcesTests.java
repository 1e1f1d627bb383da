package io.github.corsstarter.inspect.reactive;

import java.lang.reflect.Method;
import java.util.List;

import io.github.corsstarter.actuate.CorsSourceDescriptor;
import io.github.corsstarter.inspect.InspectedApplication;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;
import org.springframework.web.reactive.config.CorsRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurationSupport;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Every kind of CORS configuration in applications of the reactive stack: the report
 * names it and says what is left of it, and so do the responses.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReactiveSourcesTests {

	private static final String EXPOSED = "management.endpoints.web.exposure.include=cors";

	private static final String ORIGIN = "https://page.example.com";

	private static final String CONTROLLER = Controller.class.getName();

	@Test
	void annotationHasEffectWhereNoPolicyGoverns() throws Exception {
		try (InspectedApplication application = start(Annotated.class)) {
			assertThat(application.sources()).containsExactly(annotation("governed()", "/governed/annotated", "GET"),
					annotation("open()", "/open/annotated", "PUT"));
			assertThat(application.otherSources()).extracting(ReactiveSourcesTests::inShort)
				.containsExactly("cross-origin-annotation " + CONTROLLER + "#governed() shadowed by base",
						"cross-origin-annotation " + CONTROLLER + "#open() active");
			assertThat(application.preflight("/open/annotated", ORIGIN, "PUT")).isEqualTo(ORIGIN);
			assertThat(application.preflight("/governed/annotated", ORIGIN, "GET")).isNull();
			assertThat(application.get("/governed/annotated", ORIGIN)).isNull();
		}
	}

	@Test
	void annotationIsMergedWithMappings() throws Exception {
		try (InspectedApplication application = start(Mapped.class)) {
			assertThat(application.sources()).filteredOn((source) -> source.name().endsWith("#open()"))
				.extracting(CorsSource::configuration)
				.containsExactly(new SourceConfiguration(List.of("https://global.example.com", ORIGIN), null,
						List.of("PUT"), List.of("*"), null, true, 1800L));
			assertThat(application.preflight("/open/annotated", ORIGIN, "PUT")).isEqualTo(ORIGIN);
			assertThat(application.preflight("/open/annotated", "https://global.example.com", "PUT"))
				.isEqualTo("https://global.example.com");
		}
	}

	@Test
	void mappingsAreShadowedWhereAPolicyGoverns() throws Exception {
		try (InspectedApplication application = start(Mapped.class)) {
			String mapping = "cors-mappings reactiveSourcesTests.Mapped";
			assertThat(application.otherSources()).filteredOn((source) -> source.kind().equals("cors-mappings"))
				.extracting((source) -> inShort(source) + " " + source.paths())
				.containsExactly(mapping + " active [/open/**]", mapping + " shadowed by base [/governed/mapped]",
						mapping + " partly-shadowed by base [/**]");
			assertThat(application.get("/plain", "https://rest.example.com")).isEqualTo("https://rest.example.com");
			assertThat(application.get("/governed/mapped", "https://governed.example.com")).isNull();
			assertThat(application.get("/governed/mapped", InspectedApplication.POLICY_ORIGIN))
				.isEqualTo(InspectedApplication.POLICY_ORIGIN);
		}
	}

	@Test
	void filterIsAsked() throws Exception {
		try (InspectedApplication application = start(Filtered.class)) {
			assertThat(application.otherSources()).extracting(ReactiveSourcesTests::inShort)
				.containsExactly("cors-filter ownFilter partly-shadowed by base");
			assertThat(application.get("/plain", ORIGIN)).isEqualTo(ORIGIN);
			assertThat(application.get("/governed/annotated", ORIGIN)).isNull();
		}
	}

	@Test
	void orderOnTheMethodOfAFilterIsTheOneThatCounts() throws Exception {
		try (InspectedApplication application = start(FilteredLate.class)) {
			assertThat(application.effects()).containsExactly("ownFilter partly-shadowed base");
			assertThat(application.get("/governed/annotated", ORIGIN)).isNull();
		}
	}

	@Test
	void filterThatAsksThePoliciesIsNoOtherSource() {
		try (InspectedApplication application = start(PolicyFiltered.class)) {
			assertThat(application.otherSources()).isEmpty();
		}
	}

	@Test
	void sourceBeanIsReadByAskingIt() throws Exception {
		try (InspectedApplication application = start(Secured.class)) {
			assertThat(application.otherSources()).extracting((source) -> inShort(source) + " " + source.paths())
				.containsExactly("cors-configuration-source everywhere partly-shadowed by base [/**]",
						"cors-configuration-source everywhere active [/open/annotated]",
						"cors-configuration-source byHeader partly-shadowed by base [/**]",
						"security-filter-chain chain partly-shadowed by base [/**]");
			assertThat(application.otherSources().get(0).configuration())
				.isEqualTo(new CorsSourceDescriptor.ConfigurationDescriptor(List.of(ORIGIN), null, null, null, null,
						null, null, null));
			assertThat(application.get("/plain", ORIGIN)).isEqualTo(ORIGIN);
			assertThat(application.get("/open/annotated", "https://special.example.com"))
				.isEqualTo("https://special.example.com");
			assertThat(application.get("/governed/annotated", ORIGIN)).isNull();
		}
	}

	@Test
	void mappingOfClassThatExtendsSpringsConfigurationIsAsked() throws Exception {
		try (InspectedApplication application = start(Extending.class)) {
			assertThat(application.otherSources()).filteredOn((source) -> source.kind().equals("cors-mappings"))
				.singleElement()
				.satisfies((source) -> {
					assertThat(source.name()).isEqualTo("reactiveSourcesTests.Extending");
					assertThat(source.asked()).isTrue();
					assertThat(source.effect()).isEqualTo("partly-shadowed");
				});
			assertThat(application.get("/plain", ORIGIN)).isEqualTo(ORIGIN);
		}
		assertThatException().isThrownBy(() -> start(Extending.class, "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("wildcard-with-credentials: reactiveSourcesTests.Extending");
	}

	@Test
	void chainBeforeThePolicyFilterIsAhead() throws Exception {
		try (InspectedApplication application = start(Secured.class, "cors.filter.order=0")) {
			assertThat(application.effects()).contains("chain ahead");
			assertThat(application.violations()).contains("policy-bypassed info chain at bean 'chain'");
			assertThat(application.get("/governed/annotated", InspectedApplication.POLICY_ORIGIN)).isNull();
		}
		assertThatException()
			.isThrownBy(() -> start(Secured.class, "cors.filter.order=0", "spring.profiles.active=prod").close())
			.havingRootCause()
			.withMessageContaining("policy-bypassed: chain");
	}

	@Test
	void whatIsRegisteredWhenTheApplicationIsReadyIsAnError(CapturedOutput output) throws Exception {
		try (InspectedApplication application = start(Late.class, "spring.profiles.active=prod")) {
			String declaration = LateController.class.getName() + "#late()";
			assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
				.asString()
				.contains("too late", "wildcard-with-credentials: *", declaration);
			assertThat(application.violations()).contains("wildcard-with-credentials error * at " + declaration);
			assertThat(application.get("/late", "https://evil.example")).isEqualTo("https://evil.example");
		}
	}

	@Test
	void inlineSourceThatIsGivenMoreWhenTheApplicationIsReadyIsAskedAgain(CapturedOutput output) throws Exception {
		try (InspectedApplication application = start(GivenMore.class, "spring.profiles.active=prod")) {
			assertThat(output.getOut().lines().filter((line) -> line.contains("ERROR"))).singleElement()
				.asString()
				.contains("too late", "wildcard-with-credentials: corsWebFilter", "/partner/");
			assertThat(application.violations())
				.contains("wildcard-with-credentials error corsWebFilter at bean 'corsWebFilter'");
		}
	}

	@ParameterizedTest
	@ValueSource(classes = { UnsafeAnnotated.class, UnsafeMapped.class, UnsafeSource.class })
	void unsafeSourceStopsProductionAndWarnsElsewhere(Class<?> type, CapturedOutput output) {
		String place = (type == UnsafeAnnotated.class) ? "at " + type.getName() + "#unsafe()"
				: "bean '" + ((type == UnsafeMapped.class) ? "reactiveSourcesTests.UnsafeMapped" : "unsafe") + "'";
		assertThatException().isThrownBy(() -> start(type, "spring.profiles.active=prod"))
			.havingRootCause()
			.isInstanceOf(UnsafeCorsPolicyException.class)
			.withMessageContaining("wildcard-with-credentials: *")
			.withMessageContaining(place);
		assertThat(output).doesNotContain("Netty started");
		start(type, "spring.profiles.active=dev").close();
		assertThat(output.getOut().lines().filter((line) -> line.contains("WARN")))
			.anySatisfy((line) -> assertThat(line).contains("wildcard-with-credentials: *").contains(place));
	}

	private static InspectedApplication start(Class<?> application, String... properties) {
		String[] all = new String[properties.length + 1];
		System.arraycopy(properties, 0, all, 1, properties.length);
		all[0] = EXPOSED;
		return InspectedApplication.startReactive(application, all);
	}

	private static String inShort(CorsSourceDescriptor source) {
		return source.kind() + " " + source.name() + " " + source.effect()
				+ ((source.shadowedBy() != null) ? " by " + source.shadowedBy() : "");
	}

	private static CorsSource annotation(String method, String path, String httpMethod) {
		return CorsSource.annotation(CorsSource.Kind.CROSS_ORIGIN_ANNOTATION, CONTROLLER + "#" + method, List.of(path),
				1,
				new SourceConfiguration(List.of(ORIGIN), null, List.of(httpMethod), List.of("*"), null, null, 1800L));
	}

	private static CorsConfiguration allowing(String origin) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.addAllowedOrigin(origin);
		return configuration;
	}

	@RestController
	static class Controller {

		@PutMapping("/open/annotated")
		@CrossOrigin(ORIGIN)
		String open() {
			return "Hello";
		}

		@GetMapping("/governed/annotated")
		@CrossOrigin(ORIGIN)
		String governed() {
			return "Hello";
		}

	}

	@RestController
	static class PlainController {

		@GetMapping({ "/plain", "/open/annotated", "/governed/annotated", "/governed/mapped" })
		String plain() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Annotated {

		@Bean
		Controller controller() {
			return new Controller();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Plain {

		@Bean
		PlainController plainController() {
			return new PlainController();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class Mapped implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/open/**").allowedOrigins("https://global.example.com").allowCredentials(true);
			registry.addMapping("/governed/mapped").allowedOrigins("https://governed.example.com");
			registry.addMapping("/**").allowedOrigins("https://rest.example.com");
		}

		@Bean
		Controller controller() {
			return new Controller();
		}

		@GetMapping({ "/plain", "/governed/mapped" })
		String plain() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Filtered extends Plain {

		@Bean
		CorsWebFilter ownFilter() {
			return new CorsWebFilter((exchange) -> allowing(ORIGIN));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class FilteredLate extends Plain {

		@Bean
		@Order(0)
		CorsWebFilter ownFilter() {
			return new FirstFilter();
		}

	}

	static class FirstFilter extends CorsWebFilter implements Ordered {

		FirstFilter() {
			super((exchange) -> allowing(ORIGIN));
		}

		@Override
		public int getOrder() {
			return Ordered.HIGHEST_PRECEDENCE;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PolicyFiltered extends Plain {

		@Bean
		CorsWebFilter policyFilter(@Qualifier("corsPolicyConfigurationSource") CorsConfigurationSource source) {
			return new CorsWebFilter(source);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableWebFluxSecurity
	static class Secured extends Plain {

		@Bean
		UrlBasedCorsConfigurationSource everywhere() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/open/annotated", allowing("https://special.example.com"));
			source.registerCorsConfiguration("/**", allowing(ORIGIN));
			return source;
		}

		@Bean
		CorsConfigurationSource byHeader() {
			return (exchange) -> allowing(String.valueOf(exchange.getRequest().getHeaders().getFirst("X-Tenant")));
		}

		@Bean
		SecurityWebFilterChain chain(ServerHttpSecurity http) {
			return http.authorizeExchange((exchanges) -> exchanges.anyExchange().permitAll())
				.cors((cors) -> cors.configurationSource(everywhere()))
				.csrf(ServerHttpSecurity.CsrfSpec::disable)
				.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class UnsafeAnnotated {

		@GetMapping("/unsafe")
		@CrossOrigin(originPatterns = "*", allowCredentials = "true")
		String unsafe() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class UnsafeMapped implements WebFluxConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/unsafe").allowedOriginPatterns("*").allowCredentials(true);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UnsafeSource extends Plain {

		@Bean
		CorsConfigurationSource unsafe() {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.addAllowedOriginPattern("*");
			configuration.setAllowCredentials(true);
			return (exchange) -> configuration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(PlainController.class)
	static class Extending extends WebFluxConfigurationSupport {

		@Override
		protected void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/**").allowedOriginPatterns("*").allowCredentials(true);
		}

	}

	static class LateController {

		@GetMapping("/late")
		@CrossOrigin(originPatterns = "*", allowCredentials = "true")
		String late() {
			return "Hello";
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Late {

		@EventListener
		void ready(ApplicationReadyEvent event) {
			Method method = ReflectionUtils.findMethod(LateController.class, "late");
			if (method != null) {
				event.getApplicationContext()
					.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
					.registerMapping(RequestMappingInfo.paths("/late").build(), new LateController(), method);
			}
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@RestController
	static class GivenMore {

		private final UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();

		@GetMapping({ "/api/orders", "/partner/orders" })
		String orders() {
			return "Hello";
		}

		@Bean
		CorsWebFilter corsWebFilter() {
			this.source.registerCorsConfiguration("/api/**", allowing(ORIGIN));
			return new CorsWebFilter(this.source);
		}

		@EventListener(ApplicationReadyEvent.class)
		void ready() {
			CorsConfiguration anybody = new CorsConfiguration();
			anybody.addAllowedOriginPattern("*");
			anybody.setAllowCredentials(true);
			this.source.registerCorsConfiguration("/partner/**", anybody);
		}

	}

}
