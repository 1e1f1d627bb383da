package io.github.corsstarter.gateway;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.reload.ReloadStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.cloud.context.environment.EnvironmentChangeEvent;
import org.springframework.cloud.context.refresh.ContextRefresher;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A refresh of Spring Cloud, which replaces and adds property sources, and removes none.
 */
class RefreshTests {

	private static final String APP = "https://app.example.com";

	private static final String PARTNER = "https://partner.example.net";

	private static final String TWO_DOCUMENTS = """
			cors:
			  allowed-origins: [https://app.example.com, https://old.example.com]
			---
			cors.policies.partner:
			  paths: /partner/**
			  allowed-origins: https://partner.example.net
			""";

	private static final String ONE_DOCUMENT = """
			cors:
			  allowed-origins: [https://app.example.com]
			""";

	@TempDir
	private Path directory;

	private @Nullable ConfigurableApplicationContext started;

	private Path file() {
		return this.directory.resolve("cors.yml");
	}

	private void start(String content, String... arguments) throws IOException {
		Files.writeString(file(), content);
		String[] all = new String[arguments.length + 5];
		System.arraycopy(arguments, 0, all, 5, arguments.length);
		all[0] = "--server.port=0";
		all[1] = "--spring.main.web-application-type=servlet";
		all[2] = "--spring.cloud.gateway.server.webflux.enabled=false";
		all[3] = "--spring.config.import=optional:file:" + file();
		all[4] = "--server.shutdown=immediate";
		this.started = new SpringApplicationBuilder(RunningGateway.Gateway.class).web(WebApplicationType.SERVLET)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.run(all);
	}

	@AfterEach
	void stop() {
		context().close();
	}

	private ConfigurableApplicationContext context() {
		return Objects.requireNonNull(this.started);
	}

	private Browser browser() {
		return new Browser(context().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	private void refresh() {
		context().getBean(ContextRefresher.class).refresh();
	}

	private ReloadStatus status() {
		return context().getBean(CorsPolicyReloader.class).status();
	}

	private ReloadStatus.Attempt lastAttempt() {
		return Objects.requireNonNull(status().lastAttempt());
	}

	private boolean allows(String path, String origin) {
		HttpResponse<String> response = browser().preflight(path, origin, "GET");
		return response.headers().firstValue("Access-Control-Allow-Origin").isPresent();
	}

	private boolean isInEnvironment(String text) {
		return context().getEnvironment()
			.getPropertySources()
			.stream()
			.map(PropertySource::getSource)
			.anyMatch((source) -> source.toString().contains(text));
	}

	@Test
	void originThatIsGoneIsGoneAlthoughTheEnvironmentKeepsIt() throws IOException {
		start(TWO_DOCUMENTS);
		assertThat(allows("/orders", "https://old.example.com")).isTrue();
		assertThat(allows("/partner/1", PARTNER)).isTrue();
		Files.writeString(file(), ONE_DOCUMENT);
		refresh();
		assertThat(isInEnvironment("https://old.example.com")).isTrue();
		assertThat(lastAttempt().trigger()).isEqualTo("refresh");
		assertThat(lastAttempt().outcome()).isEqualTo("applied");
		assertThat(allows("/orders", "https://old.example.com")).isFalse();
		assertThat(allows("/orders", APP)).isTrue();
		assertThat(allows("/partner/1", PARTNER)).isFalse();
		assertThat(allows("/partner/1", APP)).isTrue();
	}

	@Test
	void fileThatIsGoneIsRefused() throws IOException {
		start(TWO_DOCUMENTS);
		Files.delete(file());
		refresh();
		assertThat(status().state()).isEqualTo("refused");
		assertThat(lastAttempt().violations()).extracting((violation) -> violation.rule().id()).contains("lost-policy");
		assertThat(allows("/orders", APP)).isTrue();
		assertThat(allows("/orders", "https://evil.example.net")).isFalse();
	}

	@Test
	void documentThatIsGoneIsRefusedWhereNobodyElseGoverns() throws IOException {
		start(TWO_DOCUMENTS.replace("cors:\n", "cors:\n  paths: /orders/**\n"));
		Files.writeString(file(), ONE_DOCUMENT.replace("cors:\n", "cors:\n  paths: /orders/**\n"));
		refresh();
		assertThat(status().state()).isEqualTo("refused");
		assertThat(allows("/partner/1", PARTNER)).isTrue();
		assertThat(allows("/orders/1", "https://old.example.com")).isTrue();
	}

	@Test
	void refusalIsNotThrownIntoTheRefresh() throws IOException {
		start(ONE_DOCUMENT, "--spring.profiles.active=prod");
		Files.writeString(file(), ONE_DOCUMENT.replace("[", "[http://localhost:3000, "));
		refresh();
		assertThat(status().state()).isEqualTo("refused");
		assertThat(status().startable()).isFalse();
		assertThat(allows("/orders", "http://localhost:3000")).isFalse();
	}

	@Test
	void whatIsWrittenByHttpChangesNothing() throws IOException {
		start(ONE_DOCUMENT);
		context().getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("manager", Map.of("cors.allowed-origins", "https://evil.example.net")));
		context().publishEvent(new EnvironmentChangeEvent(context(), Set.of("cors.allowed-origins")));
		assertThat(lastAttempt().outcome()).isEqualTo("unchanged");
		assertThat(allows("/orders", "https://evil.example.net")).isFalse();
	}

	@Test
	void whatIsWrittenByHttpStopsNoRevocation() throws IOException {
		start(ONE_DOCUMENT.replace("[", "[https://old.example.com, "));
		context().getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("manager", Map.of("spring.config.import", "configserver:http://x")));
		Files.writeString(file(), ONE_DOCUMENT);
		context().getBean(CorsPolicyReloader.class).reload();
		assertThat(lastAttempt().outcome()).isEqualTo("applied");
		assertThat(allows("/orders", "https://old.example.com")).isFalse();
	}

	@Test
	void fileThatIsNoLongerImportedIsGoneNextToRemoteConfiguration() throws IOException {
		Files.writeString(this.directory.resolve("more.yml"), "cors.exposed-headers: X-Page\n");
		start(ONE_DOCUMENT + "spring.config.import: more.yml\n");
		addRemote();
		Files.writeString(file(), ONE_DOCUMENT);
		refresh();
		assertThat(isInEnvironment("X-Page")).isTrue();
		assertThat(lastAttempt().outcome()).isEqualTo("applied");
		assertThat(exposedHeaders()).doesNotContain("X-Page");
	}

	@Test
	void treeThatIsGoneIsGoneNextToRemoteConfiguration() throws IOException {
		Path tree = Files.createDirectory(this.directory.resolve("tree"));
		Files.writeString(tree.resolve("cors.exposed-headers"), "X-Page");
		start(ONE_DOCUMENT + "spring.config.import: 'optional:configtree:" + tree + "/'\n");
		addRemote();
		assertThat(exposedHeaders()).contains("X-Page");
		Files.delete(tree.resolve("cors.exposed-headers"));
		Files.delete(tree);
		refresh();
		assertThat(lastAttempt().outcome()).isEqualTo("applied");
		assertThat(exposedHeaders()).doesNotContain("X-Page");
	}

	/**
	 * Name a config server, as {@code spring.config.import} would next to one.
	 */
	private void addRemote() {
		context().getEnvironment()
			.getPropertySources()
			.addLast(new MapPropertySource("remote", Map.of("spring.config.import", "optional:configserver:")));
	}

	private String exposedHeaders() {
		return browser().send("GET", "/orders", "Origin", APP)
			.headers()
			.firstValue("Access-Control-Expose-Headers")
			.orElse("");
	}

	@Test
	void refreshLeavesThePoliciesAloneWhereThatIsWanted() throws IOException {
		start(TWO_DOCUMENTS, "--cors.reload.on-refresh=false");
		Files.writeString(file(), ONE_DOCUMENT);
		refresh();
		assertThat(status().triggers()).containsExactly("call");
		assertThat(status().lastAttempt()).isNull();
		assertThat(allows("/orders", "https://old.example.com")).isTrue();
	}

}
