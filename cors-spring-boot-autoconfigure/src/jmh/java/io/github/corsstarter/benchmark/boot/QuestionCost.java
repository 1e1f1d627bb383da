package io.github.corsstarter.benchmark.boot;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;
import org.springframework.web.filter.CorsFilter;

/**
 * What it costs to ask a filter that cannot be read, as its own source sees it: starts an
 * application with 36 handlers, and prints the number of questions and the processor time
 * of each thread that asked, from its first question to its last. The arguments are the
 * stack, and {@code path} for a source that looks at the path.
 */
public final class QuestionCost {

	private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

	private static final Map<Thread, Asked> ASKED = Collections.synchronizedMap(new LinkedHashMap<>());

	private QuestionCost() {
	}

	public static void main(String[] args) {
		boolean reactive = args[0].equals("reactive");
		new SpringApplicationBuilder(reactive ? ReactiveApplication.class : ServletApplication.class)
			.web(reactive ? WebApplicationType.REACTIVE : WebApplicationType.SERVLET)
			.bannerMode(Banner.Mode.OFF)
			.run("--server.port=0", "--spring.profiles.active=prod", "--logging.level.root=error",
					"--look-at-path=" + (args.length > 1))
			.close();
		ASKED.values().forEach(System.out::println);
	}

	private static CorsConfiguration answer() {
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(List.of("https://app.example.com"));
		configuration.setAllowCredentials(true);
		ASKED.computeIfAbsent(Thread.currentThread(), (thread) -> new Asked()).count();
		return configuration;
	}

	private static Map<String, Object> handlers(Object handler) {
		Map<String, Object> handlers = new LinkedHashMap<>();
		IntStream.range(0, 36).forEach((number) -> handlers.put("/area%d/page".formatted(number), handler));
		return handlers;
	}

	private static final class Asked {

		private final long start = THREADS.getCurrentThreadCpuTime();

		private long end;

		private int questions;

		void count() {
			this.questions++;
			this.end = THREADS.getCurrentThreadCpuTime();
		}

		@Override
		public String toString() {
			return "%d questions, %.1f ms of processor time".formatted(this.questions, (this.end - this.start) / 1e6);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ServletApplication {

		@Bean
		org.springframework.web.servlet.handler.SimpleUrlHandlerMapping pages() {
			org.springframework.web.HttpRequestHandler handler = (request, response) -> response.setStatus(204);
			return new org.springframework.web.servlet.handler.SimpleUrlHandlerMapping(handlers(handler));
		}

		@Bean
		CorsFilter corsFilter(Environment environment) {
			boolean look = environment.getRequiredProperty("look-at-path", boolean.class);
			return new CorsFilter((request) -> (look && request.getRequestURI().equals("/none")) ? null : answer());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class ReactiveApplication {

		@Bean
		org.springframework.web.reactive.handler.SimpleUrlHandlerMapping pages() {
			org.springframework.web.server.WebHandler handler = (exchange) -> exchange.getResponse().setComplete();
			return new org.springframework.web.reactive.handler.SimpleUrlHandlerMapping(handlers(handler));
		}

		@Bean
		CorsWebFilter corsFilter(Environment environment) {
			boolean look = environment.getRequiredProperty("look-at-path", boolean.class);
			return new CorsWebFilter((exchange) -> (look && exchange.getRequest().getPath().value().equals("/none"))
					? null : answer());
		}

	}

}
