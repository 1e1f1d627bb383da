package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.corsstarter.autoconfigure.WireAnswers.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.json.JsonParserFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with CORS configuration as it is found in public, moved over.
 */
class MigrationTests {

	private static final String APP = "https://app.example.com";

	private static final String PARTNER = "https://partner.example.org";

	private static final String ANOTHER_OWNER = "https://another-owner.example";

	private static final List<String> ORIGINS = List.of(APP, PARTNER, ANOTHER_OWNER, "null");

	private final HttpClient client = HttpClient.newHttpClient();

	@TempDir
	private Path directory;

	@Test
	void annotationsOfOneConfigurationBecomeOnePolicy() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, Annotations.class, ORIGINS, "/books", "/books/sample",
				"/orders");
		assertThat(moved.yaml()).contains("    book:\n", "- '/books'", "- '/books/{id}'", "    order:\n", "- '/orders'",
				"'https://app.example.com'");
		assertThat(moved.differences()).isEmpty();
		assertDiffersOnlyWhereItSays(moved);
	}

	@Test
	void mappingsWithoutMaxAgeSaySo() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, Mappings.class,
				List.of(APP, "http://localhost:3000", ANOTHER_OWNER, "null"), "/api/sample", "/catalog/sample");
		assertThat(moved.yaml()).contains("- '/api/**'", "- '/catalog/**'", "# - 'https://*'   # ",
				"# - 'http://localhost:3000'   # localhost-origin", "max-age: 3600s");
		assertThat(moved.differences()).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference.get("reason")).asString().contains("is left out"));
		assertDiffersOnlyWhereItSaysWithoutLegacy(moved);
	}

	@Test
	void filterThatEndsEveryPreflightIsCompared() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, Filter.class, ORIGINS, "/api/sample", "/books");
		assertThat(moved.yaml()).contains("- '/api/**'", APP, "max-age: 5s");
		assertThat(moved.notes()).anySatisfy((note) -> assertThat(note).contains("No max-age is set"));
		assertThat(moved.differences()).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference).containsEntry("path", "/books")
				.containsEntry("type", "preflight")
				.containsEntry("before", "unreadable")
				.containsEntry("after", "readable")
				.hasEntrySatisfying("reason",
						(reason) -> assertThat(reason).asString().contains("ends every preflight today")));
		assertDiffersOnlyWhereItSaysWithoutLegacy(moved);
	}

	@Test
	void sourceOfSecurityChainIsMoved() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, Secured.class, ORIGINS, "/sample");
		assertThat(moved.yaml()).contains("- '/**'", APP, "allow-credentials: true");
		assertDiffersOnlyWhereItSaysWithoutLegacy(moved);
	}

	@Test
	void inlineFilterOfReactiveApplicationIsNamed() throws Exception {
		Moved moved = move(WebApplicationType.REACTIVE, Reactive.class, ORIGINS, "/feed", "/api/x");
		assertThat(moved.notes()).anySatisfy((note) -> assertThat(note).contains("corsWebFilter", "could not be read"));
		assertThat(moved.differences()).isNotEmpty()
			.allSatisfy((difference) -> assertThat(difference.get("reason")).asString().isNotBlank());
		assertThat(moved.differences()).anySatisfy((difference) -> assertThat(difference)
			.containsEntry("origin", PARTNER)
			.hasEntrySatisfying("reason", (reason) -> assertThat(reason).asString().contains("ends every preflight")));
		assertDiffersOnlyWhereItSays(moved);
	}

	@Test
	void mixedConfigurationKeepsWhoeverAnswersFirst() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, Mixed.class, ORIGINS, "/api/x", "/api/sample", "/books");
		assertThat(moved.notes())
			.anySatisfy((note) -> assertThat(note).contains("has no effect today on /api/x", "answers first"));
		assertThat(moved.yaml()).contains("- '/api/**'", "- '/books'");
		assertDiffersOnlyWhereItSaysWithoutLegacy(moved);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void everyHandlerOfPathIsCompared(WebApplicationType type) throws Exception {
		Moved moved = move(type, SharedPaths.class, ORIGINS, "/items", "/things");
		assertThat(moved.yaml()).contains("# - '/items'   # duplicate-path, for https://partner.example.org with POST");
		assertThat(moved.notes()).anySatisfy(
				(note) -> assertThat(note).contains("/items", "for https://partner.example.org with POST today"));
		assertThat(moved.differences())
			.anySatisfy((difference) -> assertThat(difference).containsEntry("path", "/items")
				.containsEntry("type", "preflight")
				.containsEntry("method", "POST")
				.containsEntry("origin", PARTNER)
				.containsEntry("before", "readable")
				.containsEntry("after", "rejected")
				.hasEntrySatisfying("reason",
						(reason) -> assertThat(reason).asString().startsWith("The path is left out of ")));
		assertThat(moved.differences())
			.anySatisfy((difference) -> assertThat(difference).containsEntry("path", "/things")
				.containsEntry("type", "actual")
				.containsEntry("method", "POST")
				.containsEntry("before", "unreadable")
				.containsEntry("after", "rejected"));
		assertDiffersOnlyWhereItSays(moved);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void handlersThatDifferInMethodsAloneBecomeOnePolicy(WebApplicationType type) throws Exception {
		Moved moved = move(type, OneConfiguration.class, ORIGINS, "/orders/sample");
		assertThat(moved.yaml()).contains("        - 'DELETE'\n        - 'GET'\n").doesNotContain("duplicate-path");
		assertThat(moved.differences())
			.allSatisfy((difference) -> assertThat(difference).containsEntry("before", "readable")
				.containsEntry("after", "readable")
				.containsEntry("reason", "Other headers: Access-Control-Allow-Methods."));
		assertDiffersOnlyWhereItSays(moved);
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void pathWithRegularExpressionIsCompared(WebApplicationType type) throws Exception {
		Moved moved = move(type, Expressions.class, ORIGINS, "/ids/0");
		assertThat(moved.differences()).anySatisfy((difference) -> assertThat(difference)
			.hasEntrySatisfying("path", (path) -> assertThat(path).asString().matches("/ids/\\d+"))
			.containsEntry("origin", "http://localhost:3000")
			.containsEntry("before", "readable")
			.containsEntry("after", "rejected"));
		assertDiffersOnlyWhereItSays(moved);
	}

	@Test
	void manyPoliciesAreWrittenAlthoughNotAllCanBeCompared() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, ManyMappings.class, ORIGINS, "/p0/sample", "/p150/sample");
		assertThat(moved.yaml()).contains(IntStream.range(0, ManyMappings.COUNT)
			.mapToObj((i) -> "# - 'http://localhost:%d'   # localhost-origin".formatted(4000 + i))
			.toList());
		assertThat(moved.notes()).anySatisfy(
				(note) -> assertThat(note).matches("Not compared: \\d+ of \\d+ paths with all of the \\d+ origins.*"));
		assertDiffersOnlyWhereItSaysWithoutLegacy(moved);
	}

	@Test
	void differenceThatIsNotListedIsNoticed() throws Exception {
		Moved moved = move(WebApplicationType.SERVLET, Annotations.class, ORIGINS, "/books");
		assertThat(unlisted(moved, write(moved.yaml().replace("'" + APP + "'", "'" + PARTNER + "'")))).contains(
				new Question("/books", "preflight", "GET", APP), new Question("/books", "actual", "GET", APP),
				new Question("/books", "actual", "GET", PARTNER));
	}

	private Moved move(WebApplicationType type, Class<?> application, List<String> origins, String... paths)
			throws Exception {
		try (ConfigurableApplicationContext running = start(type, application,
				"--management.endpoints.web.exposure.include=cors")) {
			HttpResponse<String> response = this.client.send(
					HttpRequest.newBuilder(URI.create("http://localhost:" + port(running) + "/actuator/cors/migration"))
						.build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).isEqualTo(200);
			Map<String, Object> members = JsonParserFactory.getJsonParser().parseMap(response.body());
			assertThat(members).containsOnlyKeys("yaml", "notes", "differences");
			return new Moved(type, application, members, List.of(paths), origins,
					WireAnswers.of(port(running), List.of(paths), origins));
		}
	}

	/**
	 * Do what the guide says: enforce what was generated.
	 */
	private void assertDiffersOnlyWhereItSays(Moved moved) throws Exception {
		start(moved.type(), Plain.class, "--spring.profiles.active=prod", write(moved.yaml())).close();
		assertThat(unlisted(moved, write(moved.yaml()))).isEmpty();
	}

	/**
	 * Then delete what it was generated from, too.
	 */
	private void assertDiffersOnlyWhereItSaysWithoutLegacy(Moved moved) throws Exception {
		assertDiffersOnlyWhereItSays(moved);
		assertThat(unlisted(moved, write(moved.yaml()), "--legacy=false")).isEmpty();
	}

	/**
	 * Return what is answered differently with policies, and not listed.
	 */
	private Set<Question> unlisted(Moved moved, String... arguments) {
		try (ConfigurableApplicationContext running = start(moved.type(), moved.application(), arguments)) {
			Set<Question> unlisted = moved.before()
				.differences(WireAnswers.of(port(running), moved.paths(), moved.origins()));
			moved.differences()
				.forEach((difference) -> unlisted
					.remove(new Question(String.valueOf(difference.get("path")), String.valueOf(difference.get("type")),
							String.valueOf(difference.get("method")), String.valueOf(difference.get("origin")))));
			return unlisted;
		}
	}

	private String write(String yaml) throws IOException {
		return "--spring.config.location=" + Files.writeString(this.directory.resolve("application.yml"), yaml).toUri();
	}

	private static ConfigurableApplicationContext start(WebApplicationType type, Class<?> application,
			String... arguments) {
		return new SpringApplicationBuilder(application).web(type)
			.properties("server.port=0")
			.bannerMode(Banner.Mode.OFF)
			.run(arguments);
	}

	private static int port(ConfigurableApplicationContext running) {
		return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static CorsConfiguration configuration(String... origins) {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of(origins));
		configuration.setAllowedMethods(List.of("GET", "POST"));
		configuration.setAllowedHeaders(List.of("Content-Type"));
		configuration.setAllowCredentials(true);
		return configuration;
	}

	@SuppressWarnings("unchecked")
	private record Moved(WebApplicationType type, Class<?> application, Map<String, Object> members, List<String> paths,
			List<String> origins, WireAnswers before) {

		String yaml() {
			return (String) Objects.requireNonNull(this.members.get("yaml"));
		}

		List<String> notes() {
			return (List<String>) Objects.requireNonNull(this.members.get("notes"));
		}

		List<Map<String, Object>> differences() {
			return (List<Map<String, Object>>) Objects.requireNonNull(this.members.get("differences"));
		}

	}

	/**
	 * What is deleted in the end. What could not be read stays.
	 */
	@ConditionalOnProperty(name = "legacy", matchIfMissing = true)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Legacy {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Plain {

	}

	@Configuration(proxyBeanMethods = false)
	static class Annotations extends Plain {

		@CrossOrigin(origins = APP, maxAge = 600)
		@RestController
		static class BookController {

			@GetMapping("/books")
			String books() {
				return "books";
			}

			@GetMapping("/books/{id}")
			String book() {
				return "book";
			}

		}

		@RestController
		static class OrderController {

			@CrossOrigin(origins = { APP, PARTNER }, allowCredentials = "true")
			@PostMapping("/orders")
			String order() {
				return "ordered";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mappings extends Plain {

		@Bean
		@Legacy
		WebMvcConfigurer mappings() {
			return new WebMvcConfigurer() {

				@Override
				public void addCorsMappings(CorsRegistry registry) {
					registry.addMapping("/api/**")
						.allowedOrigins(APP, "http://localhost:3000")
						.allowedMethods("GET", "PUT")
						.exposedHeaders("Location")
						.allowCredentials(true)
						.maxAge(3600);
					registry.addMapping("/catalog/**").allowedOriginPatterns("https://*").allowCredentials(true);
				}

			};
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Filter extends Plain {

		@Bean
		@Legacy
		CorsFilter corsFilter(UrlBasedCorsConfigurationSource source) {
			return new CorsFilter(source);
		}

		@Bean
		@Legacy
		UrlBasedCorsConfigurationSource filterSource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/api/**", configuration(APP));
			return source;
		}

		@RestController
		static class BookController {

			@CrossOrigin(APP)
			@GetMapping("/books")
			String books() {
				return "books";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@EnableWebSecurity
	static class Secured {

		@Bean
		SecurityFilterChain chain(HttpSecurity http) throws Exception {
			return http.cors((cors) -> {
			}).authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
		}

		@Bean
		@Legacy
		CorsConfigurationSource corsConfigurationSource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/**", configuration(APP));
			return source;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Reactive extends Plain {

		@Bean
		CorsWebFilter corsWebFilter() {
			return new CorsWebFilter((exchange) -> exchange.getRequest().getPath().value().startsWith("/api")
					? configuration(APP) : null);
		}

		@RestController
		static class FeedController {

			@CrossOrigin(PARTNER)
			@GetMapping("/feed")
			String feed() {
				return "feed";
			}

			@GetMapping("/api/x")
			String x() {
				return "x";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mixed extends Plain {

		@Bean
		@Legacy
		FilterRegistrationBean<CorsFilter> legacyFilter() {
			UrlBasedCorsConfigurationSource source = legacySource();
			FilterRegistrationBean<CorsFilter> registration = new FilterRegistrationBean<>(new CorsFilter(source));
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@Bean
		@Legacy
		UrlBasedCorsConfigurationSource legacySource() {
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/api/**", configuration(APP));
			return source;
		}

		@RestController
		static class MixedController {

			@CrossOrigin(PARTNER)
			@GetMapping("/api/x")
			String x() {
				return "x";
			}

			@CrossOrigin(PARTNER)
			@GetMapping("/books")
			String books() {
				return "books";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SharedPaths extends Plain {

		@RestController
		static class ItemController {

			@CrossOrigin(APP)
			@GetMapping("/items")
			String read() {
				return "items";
			}

			@CrossOrigin(PARTNER)
			@PostMapping("/items")
			String write() {
				return "written";
			}

			@CrossOrigin(APP)
			@GetMapping("/things")
			String things() {
				return "things";
			}

			@PostMapping("/things")
			String thing() {
				return "thing";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneConfiguration extends Plain {

		@RestController
		static class OrderController {

			@CrossOrigin(APP)
			@GetMapping("/orders/{id}")
			String order() {
				return "order";
			}

			@CrossOrigin(APP)
			@DeleteMapping("/orders/{order}")
			String delete() {
				return "deleted";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Expressions extends Plain {

		@RestController
		static class IdController {

			@CrossOrigin({ APP, "http://localhost:3000" })
			@GetMapping("/ids/{id:\\d+}")
			String id() {
				return "id";
			}

		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ManyMappings extends Plain {

		private static final int COUNT = 200;

		@Bean
		@Legacy
		WebMvcConfigurer mappings() {
			return new WebMvcConfigurer() {

				@Override
				public void addCorsMappings(CorsRegistry registry) {
					for (int i = 0; i < COUNT; i++) {
						registry.addMapping("/p" + i + "/**")
							.allowedOrigins(APP, "http://localhost:" + (4000 + i))
							.maxAge(i);
					}
				}

			};
		}

	}

}
