package io.github.corsstarter.reload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import com.jayway.jsonpath.JsonPath;
import io.github.corsstarter.autoconfigure.OnDemand;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An application on a real port that reads its policies from a file next to it.
 */
final class ReloadedShop implements AutoCloseable {

	private final ConfigurableApplicationContext context;

	private ReloadedShop(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static ReloadedShop start(WebApplicationType type, String... arguments) {
		return start(type, List.of(), arguments);
	}

	static ReloadedShop start(WebApplicationType type, List<Class<?>> further, String... arguments) {
		List<Class<?>> classes = new ArrayList<>(List.of(Shop.class));
		classes.addAll(further);
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--server.port=0");
		all.add("--management.endpoints.web.exposure.include=*");
		return new ReloadedShop(new SpringApplicationBuilder(classes.toArray(Class<?>[]::new)).web(type)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run(all.toArray(String[]::new)));
	}

	ConfigurableApplicationContext context() {
		return this.context;
	}

	CorsPolicyReloader reloader() {
		return this.context.getBean("corsPolicyReloader", CorsPolicyReloader.class);
	}

	Reloader internalReloader() {
		return (Reloader) this.context.getBean("corsReloader", OnDemand.class).get();
	}

	/**
	 * Return whether a page may read what is on sale.
	 */
	boolean allows(String origin) {
		return origin.equals(get("/items", origin).headers().firstValue("Access-Control-Allow-Origin").orElse(null));
	}

	HttpResponse<String> get(String path, String origin) {
		return send(HttpRequest.newBuilder(uri(path)).header("Origin", origin));
	}

	HttpResponse<String> preflight(String path, String origin, String method) {
		return send(HttpRequest.newBuilder(uri(path))
			.method("OPTIONS", HttpRequest.BodyPublishers.noBody())
			.header("Origin", origin)
			.header("Access-Control-Request-Method", method));
	}

	<T> T endpoint(String path) {
		return JsonPath.read(send(HttpRequest.newBuilder(uri("/actuator/cors"))).body(), path);
	}

	<T> T report(String path) {
		return JsonPath.read(view("cors/report"), path);
	}

	String view(String view) {
		return send(HttpRequest.newBuilder(uri("/actuator/" + view))).body();
	}

	private URI uri(String path) {
		return URI.create(
				"http://localhost:" + this.context.getEnvironment().getRequiredProperty("local.server.port") + path);
	}

	/**
	 * Each request has a connection of its own: Netty may leave one unread that comes
	 * right after another on the same.
	 */
	private static HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Write a file whole, as whoever deploys should.
	 */
	static void write(Path file, String content) {
		try {
			Path next = file.resolveSibling("." + file.getFileName() + ".next");
			Files.writeString(next, content);
			Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

	/**
	 * A shop.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
			"org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration" })
	@RestController
	static class Shop {

		@GetMapping("/items")
		String items() {
			return "books";
		}

		@CrossOrigin("https://legacy.example.com")
		@GetMapping("/legacy")
		String legacy() {
			return "records";
		}

	}

}
