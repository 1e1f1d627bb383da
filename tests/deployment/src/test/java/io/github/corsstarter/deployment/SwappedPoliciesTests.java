package io.github.corsstarter.deployment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.web.reactive.PolicyCorsConfigurationSource;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.reactive.CorsProcessor;
import org.springframework.web.server.WebFilter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While policies are replaced, every answer is that of one of them as a whole: no header
 * is of another, none is an error, and nothing is let through ungoverned.
 */
class SwappedPoliciesTests {

	private static final int ROUNDS = Math.min(2000, Integer.getInteger("cors.test.rounds", 2000) / 20);

	private static final String STRANGER = "https://stranger.example.net";

	private static final Map<String, List<String>> REQUESTS = requests();

	private static Map<String, List<String>> requests() {
		String origin = "Origin: " + SwappedPolicies.ORIGIN;
		String method = "Access-Control-Request-Method: ";
		Map<String, List<String>> requests = new LinkedHashMap<>();
		requests.put("preflight", List.of("OPTIONS /items", origin, method + "GET"));
		requests.put("preflight that one allows", List.of("OPTIONS /items", origin, method + "DELETE"));
		requests.put("preflight of a stranger", List.of("OPTIONS /items", "Origin: " + STRANGER, method + "GET"));
		requests.put("actual", List.of("GET /items", origin));
		requests.put("actual of a stranger", List.of("GET /items", "Origin: " + STRANGER));
		requests.put("without an origin", List.of("GET /items"));
		requests.put("not found", List.of("GET /nowhere", origin));
		requests.put("error", List.of("GET /failure", origin));
		requests.put("error without an origin", List.of("GET /failure"));
		requests.put("not found without an origin", List.of("GET /nowhere"));
		requests.put("later", List.of("GET /later", origin));
		requests.put("later without an origin", List.of("GET /later"));
		requests.put("failing later", List.of("GET /failure/later", origin));
		requests.put("failing later without an origin", List.of("GET /failure/later"));
		requests.put("climbing", List.of("GET /a/../items", origin));
		requests.put("climbing preflight", List.of("OPTIONS /a/../items", origin, method + "PUT"));
		requests.put("Spring's preflight", List.of("OPTIONS /spring", origin, method + "GET"));
		requests.put("Spring's actual", List.of("GET /spring", origin));
		requests.put("Spring's actual of a stranger", List.of("GET /spring", "Origin: " + STRANGER));
		return requests;
	}

	@ParameterizedTest
	@EnumSource
	void everyAnswerIsThatOfOneConfiguration(Server server) {
		SwappedPolicies swapped = new SwappedPolicies();
		try (Deployment deployment = start(server, swapped)) {
			List<String> mixed = new ArrayList<>();
			for (Map.Entry<String, List<String>> request : REQUESTS.entrySet()) {
				mixed.addAll(mixed(deployment, swapped, request.getKey(), request.getValue()));
			}
			assertThat(mixed).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void noAnswerIsMixedWhereEveryReadingIsAnother(Server server) {
		SwappedPolicies swapped = new SwappedPolicies();
		try (Deployment deployment = start(server, swapped)) {
			List<String> readTwice = new ArrayList<>();
			REQUESTS.forEach((name, request) -> readTwice.addAll(readTwice(deployment, swapped, name, request)));
			assertThat(readTwice).isEmpty();
		}
	}

	@Test
	void detectorFindsWhoAsksTwice() {
		SwappedPolicies swapped = new SwappedPolicies();
		try (Deployment deployment = Deployment.on(Server.MVC_TOMCAT)
			.application(Pages.class, Policies.class, Broken.class)
			.start()) {
			List<String> request = List.of("GET /broken", "Origin: " + STRANGER);
			assertThat(readTwice(deployment, swapped, "broken", request)).isNotEmpty();
		}
	}

	private static Deployment start(Server server, SwappedPolicies swapped) {
		Deployment deployment = Deployment.on(server)
			.application(Pages.class, Policies.class, server.isServlet() ? SpringServlet.class : SpringReactive.class)
			.property("logging.level.root", "off")
			.start();
		deployment.context().getBean(Policies.class).use(swapped.policies());
		return deployment;
	}

	/**
	 * Return the answers that no configuration gives, each once.
	 */
	private static List<String> mixed(Deployment deployment, SwappedPolicies swapped, String name,
			List<String> request) {
		Set<List<String>> whole = new HashSet<>();
		for (int i = 0; i < SwappedPolicies.count(); i++) {
			swapped.use(i);
			whole.add(answer(deployment, request));
		}
		Set<String> mixed = new HashSet<>();
		try (SwappedPolicies.Swapping swapping = swapped.swapping()) {
			for (int i = 0; i < ROUNDS; i++) {
				List<String> answer = answer(deployment, request);
				if (!whole.contains(answer)) {
					mixed.add(name + ": " + answer);
				}
			}
			assertThat(swapping.swaps()).isGreaterThan(SwappedPolicies.count());
		}
		return List.copyOf(mixed);
	}

	/**
	 * Return the answers that no configuration gives while each reading is another.
	 */
	private static List<String> readTwice(Deployment deployment, SwappedPolicies swapped, String name,
			List<String> request) {
		Policies policies = deployment.context().getBean(Policies.class);
		policies.use(swapped.policies());
		Set<List<String>> whole = new HashSet<>();
		for (int i = 0; i < SwappedPolicies.count(); i++) {
			swapped.use(i);
			whole.add(answer(deployment, request));
		}
		List<String> readTwice = new ArrayList<>();
		for (int i = 0; i < SwappedPolicies.count(); i++) {
			policies.use(SwappedPolicies.restless(i));
			List<String> answer = answer(deployment, request);
			if (!whole.contains(answer)) {
				readTwice.add(name + ": " + answer);
			}
		}
		return readTwice;
	}

	private static List<String> answer(Deployment deployment, List<String> request) {
		RawReply reply = deployment.send(request.get(0), request.subList(1, request.size()).toArray(String[]::new));
		List<String> answer = new ArrayList<>(List.of(String.valueOf(reply.status())));
		answer.addAll(reply.corsHeaders());
		answer.add("Vary: " + reply.vary().stream().sorted().toList());
		return answer;
	}

	/**
	 * The policies, which a test swaps.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Policies {

		private volatile CorsPolicies current = new SwappedPolicies().policies();

		void use(CorsPolicies policies) {
			this.current = policies;
		}

		@Bean
		CorsPolicies corsPolicies() {
			return new CorsPolicies(() -> this.current.table());
		}

	}

	/**
	 * What there is to call.
	 */
	@Configuration(proxyBeanMethods = false)
	@RestController
	static class Pages {

		@GetMapping("/items")
		String items() {
			return "books";
		}

		@GetMapping("/failure")
		String failure() {
			throw new IllegalStateException("Out of books");
		}

		@GetMapping("/later")
		Mono<String> later() {
			return Mono.delay(Duration.ofMillis(2)).map((tick) -> "books");
		}

		@GetMapping("/failure/later")
		Mono<String> failureLater() {
			return Mono.delay(Duration.ofMillis(2)).map((tick) -> {
				throw new IllegalStateException("Out of books");
			});
		}

	}

	/**
	 * Spring's own processor, ahead of the policy's filter.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SpringServlet {

		@Bean
		FilterRegistrationBean<Filter> springProcessor(
				@Qualifier("corsPolicyConfigurationSource") CorsConfigurationSource source) {
			DefaultCorsProcessor processor = new DefaultCorsProcessor();
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response,
					chain) -> processor.processRequest(source.getCorsConfiguration((HttpServletRequest) request),
							(HttpServletRequest) request, (HttpServletResponse) response));
			registration.addUrlPatterns("/spring");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	/**
	 * Spring's own processor, ahead of the policy's filter.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SpringReactive {

		@Bean
		@Order(Ordered.HIGHEST_PRECEDENCE)
		WebFilter springProcessor(@Qualifier("corsPolicyConfigurationSource") PolicyCorsConfigurationSource source) {
			CorsProcessor processor = new org.springframework.web.cors.reactive.DefaultCorsProcessor();
			return (exchange, chain) -> {
				if (!exchange.getRequest().getPath().value().equals("/spring")) {
					return chain.filter(exchange);
				}
				processor.process(source.getCorsConfiguration(exchange), exchange);
				return exchange.getResponse().setComplete();
			};
		}

	}

	/**
	 * A filter that asks for each header anew.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Broken {

		@Bean
		FilterRegistrationBean<Filter> brokenFilter(CorsPolicies policies) {
			FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(
					(request, response, chain) -> answer(policies, (HttpServletResponse) response));
			registration.addUrlPatterns("/broken");
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		private static void answer(CorsPolicies policies, HttpServletResponse response) {
			CorsRequest request = CorsRequest.builder("GET", "/broken").origin(SwappedPolicies.ORIGIN).build();
			for (String name : List.of("Access-Control-Allow-Origin", "Access-Control-Expose-Headers",
					"Access-Control-Allow-Credentials")) {
				String value = policies.decide(request).header(name);
				if (value != null) {
					response.setHeader(name, value);
				}
			}
		}

	}

}
