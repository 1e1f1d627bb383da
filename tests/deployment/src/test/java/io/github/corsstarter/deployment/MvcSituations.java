package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

import io.github.corsstarter.deployment.SituationController.BrokenErrorPageException;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * What handlers, filters and error pages do with Spring MVC.
 */
@Configuration(proxyBeanMethods = false)
@Import({ SituationController.class, MvcSituations.Handlers.class, MvcSituations.FailingErrorPage.class,
		MvcSituations.Elsewhere.class, MvcSecurity.class })
class MvcSituations {

	@Bean
	FilterRegistrationBean<Filter> early() {
		return registration(new HandWrittenCors("https://early.example.com"), Ordered.HIGHEST_PRECEDENCE);
	}

	@Bean
	FilterRegistrationBean<Filter> late() {
		return registration(new HandWrittenCors("https://late.example.com"), Ordered.LOWEST_PRECEDENCE);
	}

	@Bean
	FilterRegistrationBean<Filter> answering() {
		return registration(new AnsweringFilter(), 0);
	}

	@Bean
	ErrorPageRegistrar errorPages() {
		return (registry) -> registry
			.addErrorPages(new ErrorPage(BrokenErrorPageException.class, FailingErrorPage.PATH));
	}

	private static FilterRegistrationBean<Filter> registration(Filter filter, int order) {
		FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(order);
		return registration;
	}

	/**
	 * Sets and adds what many an application has copied from somewhere.
	 */
	private static final class HandWrittenCors extends OncePerRequestFilter {

		private final String origin;

		HandWrittenCors(String origin) {
			this.origin = origin;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			if (request.getRequestURI().endsWith("/hand-written")) {
				response.setHeader("Access-Control-Allow-Origin", this.origin);
				response.addHeader("Access-Control-Allow-Origin", "*");
				response.addHeader("ACCESS-CONTROL-ALLOW-CREDENTIALS", "true");
				response.addIntHeader("Access-Control-Max-Age", 5);
				response.addHeader("Vary", "X-Filter");
			}
			chain.doFilter(request, response);
		}

	}

	/**
	 * Answers before any handler is reached.
	 */
	private static final class AnsweringFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String uri = request.getRequestURI();
			switch (uri.substring(uri.lastIndexOf('/') + 1)) {
				case "limited" -> {
					response.setStatus(429);
					response.getWriter().write("slow down");
				}
				case "filter-error" -> response.sendError(503);
				case "filter-failure" -> throw new IllegalStateException("A filter failed on purpose");
				case "filter-reset" -> {
					response.reset();
					response.setStatus(500);
				}
				default -> chain.doFilter(request, response);
			}
		}

	}

	/**
	 * An error page that fails.
	 */
	@RestController
	static class FailingErrorPage {

		static final String PATH = "/failing-error-page";

		@RequestMapping(PATH)
		String page() {
			throw new IllegalStateException("An error page failed on purpose");
		}

	}

	/**
	 * What handlers do only here.
	 */
	@RestController
	@RequestMapping({ "/api", "/open" })
	static class Handlers {

		@PostMapping("/upload")
		String upload(@RequestParam MultipartFile file) {
			return file.getName();
		}

		@GetMapping("/reset")
		void reset(HttpServletResponse response) throws IOException {
			response.setHeader("X-Total", "1");
			response.reset();
			response.addHeader("Access-Control-Allow-Origin", "*");
			response.getWriter().write("ok");
		}

		@GetMapping("/send-error")
		void sendError(HttpServletResponse response) throws IOException {
			response.sendError(503);
		}

		@GetMapping("/reset-and-failure")
		void resetAndFailure(HttpServletResponse response) {
			response.reset();
			throw new IllegalStateException("A handler failed on purpose");
		}

		@GetMapping("/send-redirect")
		void sendRedirect(HttpServletResponse response) throws IOException {
			response.sendRedirect("/elsewhere");
		}

		@GetMapping("/forward")
		void forward(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
			request.getRequestDispatcher("/elsewhere").forward(request, response);
		}

		@GetMapping("/deferred")
		DeferredResult<String> deferred() {
			DeferredResult<String> result = new DeferredResult<>();
			start(() -> result.setResult("ok"));
			return result;
		}

		@GetMapping("/deferred-failure")
		DeferredResult<String> deferredFailure() {
			DeferredResult<String> result = new DeferredResult<>();
			start(() -> result.setErrorResult(new IllegalStateException("A result failed on purpose")));
			return result;
		}

		@GetMapping("/deferred-timeout")
		DeferredResult<String> deferredTimeout() {
			// Shorter than it takes Jetty to suspend the request, it may be lost
			return new DeferredResult<>(200L);
		}

		@GetMapping("/callable")
		Callable<String> callable() {
			return () -> "ok";
		}

		@GetMapping("/callable-failure")
		Callable<String> callableFailure() {
			return () -> {
				throw new IllegalStateException("A callable failed on purpose");
			};
		}

		@GetMapping("/streaming")
		StreamingResponseBody streaming() {
			return (out) -> {
				out.write("first".getBytes(StandardCharsets.UTF_8));
				out.flush();
				out.write("second".getBytes(StandardCharsets.UTF_8));
			};
		}

		@GetMapping("/streaming-failure")
		StreamingResponseBody streamingFailure() {
			return (out) -> {
				throw new IllegalStateException("A stream failed on purpose");
			};
		}

		@GetMapping("/events")
		SseEmitter events() {
			SseEmitter emitter = new SseEmitter();
			start(() -> send(emitter));
			return emitter;
		}

		private static void send(SseEmitter emitter) {
			try {
				emitter.send("first");
				emitter.send("second");
				emitter.complete();
			}
			catch (IOException ex) {
				emitter.completeWithError(ex);
			}
		}

		private static void start(Runnable task) {
			Thread thread = new Thread(task);
			thread.setDaemon(true);
			thread.start();
		}

	}

	/**
	 * Outside of every policy.
	 */
	@RestController
	static class Elsewhere {

		@GetMapping("/elsewhere")
		String elsewhere() {
			return "elsewhere";
		}

	}

}
