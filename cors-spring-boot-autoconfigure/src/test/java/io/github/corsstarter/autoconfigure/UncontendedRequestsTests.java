package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.report.reactive.CorsReportHandlerDecorator;
import io.github.corsstarter.report.servlet.CorsReportFilter;
import io.github.corsstarter.web.reactive.CorsPolicyWebFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests wait for no one: not for one another, and not for policies that are replaced
 * all the time.
 */
class UncontendedRequestsTests {

	private static final int THREADS = 4;

	private static final int ROUNDS = Math.max(2000, Integer.getInteger("cors.test.rounds", 0) / 100);

	/** More frames than are recorded of a stack. */
	private static final int DEEP = 100;

	private static final String APP = "https://app.example.com";

	@TempDir
	private Path directory;

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void noRequestWaits(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext shop = start(type)) {
			Requests requests = (type == WebApplicationType.SERVLET) ? servlet(shop) : reactive(shop);
			CorsPolicyReloader reloader = shop.getBean(CorsPolicyReloader.class);
			String before = reloader.status().revision();
			AtomicBoolean over = new AtomicBoolean();
			Thread reloading = new Thread(() -> reload(reloader, over));
			reloading.start();
			try {
				assertThat(waits(() -> send(requests))).isEmpty();
			}
			finally {
				over.set(true);
				reloading.join();
			}
			assertThat(reloader.status().revision()).isNotEqualTo(before);
			assertThat(((CorsReport) shop.getBean("corsReport", OnDemand.class).get()).toMembers().toString())
				.contains("would-break=" + THREADS * 2 * ROUNDS * 2);
		}
	}

	@Test
	void oneLockForAllIsNoticed() throws Exception {
		assertThat(waits(() -> lock(0))).isNotEmpty();
		assertThat(waits(() -> lock(DEEP))).isNotEmpty();
	}

	private static void lock(int frames) {
		if (frames > 0) {
			lock(frames - 1);
			return;
		}
		synchronized (UncontendedRequestsTests.class) {
			long end = System.nanoTime() + TimeUnit.MICROSECONDS.toNanos(10);
			while (System.nanoTime() < end) {
				Thread.onSpinWait();
			}
		}
	}

	/**
	 * Do something many times in several threads, and then once more.
	 * @return where they waited the second time for a monitor or another lock
	 */
	private static List<String> waits(Task task) throws Exception {
		Set<Long> ids = ConcurrentHashMap.newKeySet();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try (Recording recording = new Recording()) {
			recording.enable("jdk.JavaMonitorEnter").withThreshold(Duration.ZERO).withStackTrace();
			recording.enable("jdk.ThreadPark").withThreshold(Duration.ZERO).withStackTrace();
			CyclicBarrier barrier = new CyclicBarrier(THREADS, recording::start);
			Callable<Void> loop = () -> {
				ids.add(Thread.currentThread().getId());
				repeat(task);
				barrier.await();
				repeat(task);
				return null;
			};
			for (Future<Void> over : threads.invokeAll(Collections.nCopies(THREADS, loop))) {
				over.get();
			}
			recording.stop();
			return waits(recording, ids);
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * Return where threads waited other than for one another to begin, and for more to
	 * do. Stacks may be too deep to be recorded down to what the threads were given to
	 * do.
	 */
	private static List<String> waits(Recording recording, Set<Long> threads) throws IOException {
		Path file = Files.createTempFile("waits", ".jfr");
		try {
			recording.dump(file);
			return RecordingFile.readAllEvents(file)
				.stream()
				.filter((event) -> event.getThread() != null && threads.contains(event.getThread().getJavaThreadId()))
				.map((event) -> String.valueOf(event.getStackTrace()))
				.filter((stack) -> !stack.contains("CyclicBarrier.") && !stack.contains("ThreadPoolExecutor.getTask("))
				.toList();
		}
		finally {
			Files.delete(file);
		}
	}

	private static void repeat(Task task) throws Exception {
		for (int i = 0; i < ROUNDS; i++) {
			task.run();
		}
	}

	private ConfigurableApplicationContext start(WebApplicationType type) {
		write(0);
		return new SpringApplicationBuilder(Application.class).web(type)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run("--server.port=0", "--spring.config.import=file:" + file());
	}

	private void reload(CorsPolicyReloader reloader, AtomicBoolean over) {
		for (int i = 1; !over.get(); i++) {
			write(i);
			reloader.reload();
		}
	}

	private Path file() {
		return this.directory.resolve("cors.yml");
	}

	private void write(int number) {
		try {
			Files.writeString(file(), """
					cors:
					  allowed-origins: [https://app.example.com, https://app%1$d.example.com]
					  policies:
					    next:
					      paths: /items/**
					      enforcement: report-only
					      allowed-origins: https://next.example.com
					""".formatted(number));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void send(Requests requests) throws Exception {
		requests.send("GET", APP, "cross-site", null);
		requests.send("OPTIONS", APP, "cross-site", "GET");
		requests.send("GET", APP, "same-origin", null);
	}

	private static Requests servlet(ApplicationContext context) {
		CorsReportFilter report = context.getBean(ServletReporting.class).filter();
		Filter policies = Objects
			.requireNonNull(context.getBean("corsPolicyFilterRegistration", FilterRegistrationBean.class).getFilter());
		ServletContext servletContext = new MockServletContext();
		return (method, origin, site, requestMethod) -> {
			MockHttpServletRequest request = new MockHttpServletRequest(servletContext, method, "/items");
			request.addHeader("Origin", origin);
			request.addHeader("Sec-Fetch-Site", site);
			if (requestMethod != null) {
				request.addHeader("Access-Control-Request-Method", requestMethod);
			}
			new MockFilterChain(new Page(), report, report::see, policies, report::call).doFilter(request,
					new MockHttpServletResponse());
		};
	}

	private static Requests reactive(ApplicationContext context) {
		HttpHandler handler = context.getBean(CorsReportHandlerDecorator.class)
			.apply(WebHttpHandlerBuilder.webHandler((exchange) -> Mono.empty())
				.filter(context.getBean(CorsPolicyWebFilter.class), context.getBean(CorsReportHandlerDecorator.class))
				.build());
		return (method, origin, site, requestMethod) -> {
			MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest
				.method(HttpMethod.valueOf(method), "/items")
				.header("Origin", origin)
				.header("Sec-Fetch-Site", site);
			if (requestMethod != null) {
				request.header("Access-Control-Request-Method", requestMethod);
			}
			handler.handle(request.build(), new MockServerHttpResponse()).block();
		};
	}

	/**
	 * Sends a request past what the starter has.
	 */
	@FunctionalInterface
	private interface Requests {

		void send(String method, String origin, String site, @Nullable String requestMethod) throws Exception;

	}

	/**
	 * What the filters are around.
	 */
	private static final class Page extends HttpServlet {

		private static final long serialVersionUID = 1;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) {
			// Nothing to do
		}

	}

	/**
	 * An application without a page.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * What is done many times.
	 */
	@FunctionalInterface
	private interface Task {

		void run() throws Exception;

	}

}
