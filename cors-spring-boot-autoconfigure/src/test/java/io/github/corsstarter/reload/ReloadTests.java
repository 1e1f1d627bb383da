package io.github.corsstarter.reload;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.reload.ReloadResult.Outcome;
import io.github.corsstarter.source.OriginSource;
import io.github.corsstarter.web.TestPolicies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Policies that change while the application runs, on the wire and in what it tells about
 * them.
 */
class ReloadTests {

	private static final String OLD = """
			cors:
			  paths: /items/**
			  allowed-origins: [https://old.example.com, https://app.example.com]
			""";

	private static final String NEW = """
			cors:
			  paths: /items/**
			  allowed-methods: [GET, PUT]
			  allowed-origins:
			    - https://app.example.com
			    - https://new.example.com
			""";

	private static final String NEXT = """
			  policies:
			    next:
			      paths: /items/**
			      allowed-origins: https://app.example.com
			      enforcement: report-only
			""";

	@TempDir
	private Path directory;

	private ReloadedShop start(WebApplicationType type, String... arguments) {
		String[] all = new String[arguments.length + 1];
		System.arraycopy(arguments, 0, all, 0, arguments.length);
		all[arguments.length] = "--spring.config.import=optional:file:" + file();
		return ReloadedShop.start(type, all);
	}

	private Path file() {
		return this.directory.resolve("cors.yml");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void callTakesOverWhatAFileSaysNow(WebApplicationType type) {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(type)) {
			assertThat(shop.allows("https://old.example.com")).isTrue();
			String revision = shop.reloader().status().revision();
			ReloadedShop.write(file(), NEW);
			ReloadResult checked = shop.reloader().check();
			assertThat(checked.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(checked.revision()).isNotEqualTo(revision);
			assertThat(shop.allows("https://old.example.com")).isTrue();
			assertThat(shop.reloader().status().lastAttempt()).isNull();
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(result.revision()).isEqualTo(checked.revision()).matches("[0-9a-f]{12}");
			assertThat(result.changes()).contains(new PolicyChange("base", "origin", "wider"),
					new PolicyChange("base", "origin", "narrower"), new PolicyChange("base", "method", "wider"));
			assertThat(shop.allows("https://old.example.com")).isFalse();
			assertThat(shop.get("/items", "https://old.example.com").statusCode()).isEqualTo(403);
			assertThat(shop.allows("https://new.example.com")).isTrue();
			assertThat(shop.preflight("/items", "https://app.example.com", "PUT").headers().map())
				.containsEntry("access-control-allow-methods", List.of("GET, PUT"));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(shop.context().getBean(CorsPolicies.class).policies()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void watchedFileTakesEffectByItself(WebApplicationType type) {
		try (ReloadedShop shop = start(type, "--cors.reload.watch-files=true", "--cors.reload.interval=1s")) {
			assertThat(shop.<List<String>>endpoint("$.reload.triggers")).containsExactly("files", "call");
			assertThat(shop.<List<String>>endpoint("$.reload.watched")).contains(file().toString());
			ReloadedShop.write(file(), OLD);
			await().until(() -> shop.allows("https://old.example.com"));
			ReloadedShop.write(file(), NEW);
			await().until(() -> shop.allows("https://new.example.com"));
			assertThat(shop.allows("https://old.example.com")).isFalse();
			assertThat(shop.<String>endpoint("$.reload.lastAttempt.trigger")).isEqualTo("files");
			assertThat(shop.<String>endpoint("$.reload.lastAttempt.outcome")).isEqualTo("applied");
			assertThat(shop.<String>endpoint("$.policies[0].allowedOrigins[0].location")).endsWith(" - 5:7");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void filesAreNotWatchedWhereConfigurationIsRemoteToo(WebApplicationType type) {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(type, List.of(RemoteImport.class),
				"--spring.config.import=optional:file:" + file(), "--cors.reload.watch-files=true",
				"--cors.reload.interval=1s")) {
			assertThat(shop.<List<String>>endpoint("$.violations[?(@.rule == 'reload-unsupported')].severity"))
				.containsExactly("warn");
			assertThat(shop.<List<String>>endpoint("$.reload.triggers")).containsExactly("call");
			assertThat(shop.<List<String>>endpoint("$.reload.watched")).isEmpty();
			// That of another test may still be about to end
			await().untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
				.doesNotContain("cors-reload"));
		}
	}

	@Test
	void halfOfAFileIsNeverInForce() throws IOException {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			CorsPolicies policies = shop.context().getBean(CorsPolicies.class);
			PolicyTable before = policies.table();
			WatchedFiles watcher = watcher(shop);
			watcher.look();
			for (int length = 0; length < NEW.length(); length++) {
				Files.writeString(file(), NEW.substring(0, length));
				watcher.look();
				assertThat(policies.table()).isSameAs(before);
			}
			assertThat(shop.reloader().status().lastAttempt()).isNull();
			Files.writeString(file(), NEW);
			watcher.look();
			assertThat(policies.table()).isSameAs(before);
			watcher.look();
			assertThat(policies.table()).isNotSameAs(before);
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

	@Test
	void fileThatChangesWhileItIsReadFirstIsReadAgain() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			shop.context().getEnvironment().getPropertySources().addFirst(new MapPropertySource("meanwhile", Map.of()) {

				private boolean asked;

				@Override
				public String[] getPropertyNames() {
					if (!this.asked && calledBy("texts")) {
						this.asked = true;
						ReloadedShop.write(file(), NEW);
					}
					return super.getPropertyNames();
				}

			});
			WatchedFiles watcher = watcher(shop);
			for (int look = 0; look < 4; look++) {
				watcher.look();
			}
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

	private static boolean calledBy(String method) {
		return StackWalker.getInstance()
			.walk((frames) -> frames.anyMatch((frame) -> frame.getMethodName().equals(method)
					&& frame.getClassName().equals(ConfigurationReader.class.getName())));
	}

	@Test
	void contentThatGoesBackInTimeIsNoAttempt() throws IOException {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			WatchedFiles watcher = watcher(shop);
			watcher.look();
			Files.writeString(file(), NEW);
			watcher.look();
			Files.writeString(file(), OLD);
			watcher.look();
			Files.writeString(file(), NEW);
			watcher.look();
			assertThat(shop.reloader().status().lastAttempt()).isNull();
		}
	}

	@Test
	void linksAreSwappedAsKubernetesDoes() throws IOException {
		Path volume = Files.createDirectory(this.directory.resolve("volume"));
		Files.writeString(Files.createDirectory(volume.resolve("..1")).resolve("cors.yml"), OLD);
		Files.createSymbolicLink(volume.resolve("..data"), Path.of("..1"));
		Files.createSymbolicLink(volume.resolve("cors.yml"), Path.of("..data", "cors.yml"));
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET,
				"--spring.config.import=file:" + volume.resolve("cors.yml"))) {
			WatchedFiles watcher = watcher(shop);
			watcher.look();
			for (int version = 2; version < 8; version++) {
				Path next = Files.createDirectory(volume.resolve(".." + version));
				Files.writeString(next.resolve("cors.yml"), (version % 2 == 0) ? NEW : OLD);
				Files.createSymbolicLink(volume.resolve("..data_tmp"), Path.of(".." + version));
				Files.move(volume.resolve("..data_tmp"), volume.resolve("..data"), StandardCopyOption.ATOMIC_MOVE,
						StandardCopyOption.REPLACE_EXISTING);
				watcher.look();
				watcher.look();
				assertThat(shop.allows("https://new.example.com")).isEqualTo(version % 2 == 0);
				assertThat(shop.allows("https://old.example.com")).isEqualTo(version % 2 != 0);
			}
		}
	}

	@Test
	void treeOfConfigurationIsReadAgain() throws IOException {
		Path tree = Files.createDirectory(this.directory.resolve("tree"));
		Files.writeString(tree.resolve("cors.allowed-origins"), "https://old.example.com");
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET,
				"--spring.config.import=configtree:" + tree + "/")) {
			WatchedFiles watcher = watcher(shop);
			watcher.look();
			Files.writeString(tree.resolve("cors.allowed-origins"), "https://new.example.com");
			watcher.look();
			assertThat(shop.allows("https://old.example.com")).isTrue();
			watcher.look();
			assertThat(shop.allows("https://old.example.com")).isFalse();
			assertThat(shop.<String>endpoint("$.policies[0].allowedOrigins[0].location"))
				.isEqualTo("configuration tree file [" + tree.resolve("cors.allowed-origins") + "]");
		}
	}

	@Test
	void fileThatIsGoneOpensNothing() throws IOException {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			Files.delete(file());
			assertRefused(shop, "lost-policy");
			assertThat(shop.reloader().status().startable()).isTrue();
			assertThat(shop.get("/items", "https://evil.example.net").statusCode()).isEqualTo(403);
			ReloadedShop.write(file(), OLD);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(shop.<String>endpoint("$.reload.state")).isEqualTo("current");
		}
	}

	@Test
	void documentThatIsGoneTakesItsPolicyOnlyWhereAnotherGoverns() {
		String partner = OLD + """
				---
				cors.policies.partner:
				  paths: /partner/**
				  allowed-origins: https://partner.example.net
				""";
		ReloadedShop.write(file(), partner);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), OLD);
			assertRefused(shop, "lost-policy");
			ReloadedShop.write(file(), OLD.replace("/items/**", "/**"));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(shop.<List<String>>endpoint("$.policies[*].name")).containsExactly("base");
			assertThat(shop.get("/partner/x", "https://partner.example.net").statusCode()).isEqualTo(403);
		}
	}

	@Test
	void pathWithCorsSettingsOfItsOwnIsLostOnlyWhereAPatternBeganWithIt() {
		String own = "management.endpoints.web.cors.allowed-origins: https://ops.example.com\n";
		ReloadedShop.write(file(), own + OLD.replace("/items/**", "/**"));
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), own + OLD.replace("/items/**", "/{*all}, /actuator/cors"));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			ReloadedShop.write(file(), own + OLD.replace("/items/**", "/**"));
			assertRefused(shop, "lost-policy");
		}
	}

	@Test
	void blankListClosesAPathAtOnce() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), "cors: {paths: '/items/**', allowed-origins: []}");
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(result.changes()).containsOnly(new PolicyChange("base", "origin", "narrower"));
			assertThat(shop.get("/items", "https://app.example.com").statusCode()).isEqualTo(403);
		}
	}

	@Test
	void brokenFileIsRefused() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), "cors:\n  allowed-origins: [https://app.example.com\n");
			assertRefused(shop, "unstable-source");
			assertThat(shop.reloader().status().startable()).isFalse();
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].message")).singleElement()
				.asString()
				.contains(file().toString());
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].location"))
				.containsExactly("URL [file:" + file() + "] - 3:1");
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].value"))
				.containsExactly("cors.yml");
		}
	}

	@Test
	void brokenFileThatAnotherImportsIsNamed() {
		Path partner = this.directory.resolve("partner.yml");
		ReloadedShop.write(partner, "cors.max-age: 1m");
		ReloadedShop.write(file(), OLD + "spring.config.import: partner.yml\n");
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(partner, "cors:\n  max-age: [1m");
			assertRefused(shop, "unstable-source");
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].location")).singleElement()
				.asString()
				.isEqualTo("URL [file:" + partner + "] - 2:15");
		}
	}

	@Test
	void importThatIsMissingIsRefusedWithItsPlace() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), OLD + "spring.config.import: configtree:" + this.directory + "/none/\n");
			assertRefused(shop, "unstable-source");
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].location"))
				.containsExactly("URL [file:" + file() + "] - 4:23");
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].value"))
				.containsExactly("configtree:" + this.directory + "/none/");
		}
	}

	@Test
	void unsafeEditIsRefusedWithItsNewPlace() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET, "--spring.profiles.active=prod")) {
			ReloadedShop.write(file(), OLD + "\n  allow-credentials: true\n  allowed-origin-patterns: ['https://*']\n");
			assertRefused(shop, "wildcard-with-credentials");
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].location").toString())
				.contains("cors.yml] - 6:");
			assertThat(shop.<Boolean>endpoint("$.reload.startable")).isFalse();
		}
	}

	@Test
	void whatJudgesIsThatOfTheStart() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET, "--spring.profiles.active=prod")) {
			ReloadedShop.write(file(), """
					cors:
					  enabled: false
					  paths: /items/**
					  allowed-origins: [https://app.example.com, http://localhost:3000]
					  production.profiles: nobody
					  explain-rejections: perhaps
					  filter.order: first
					  reload.interval: 1d
					  validation:
					    rules: {localhost-origin: "off"}
					    waivers: [{rule: localhost-origin, value: "http://localhost:3000", reason: me}]
					spring.profiles.include: further
					""");
			assertRefused(shop, "localhost-origin");
			assertThat(shop.<List<String>>endpoint("$.reload.restartNeeded")).containsExactlyInAnyOrder("cors.enabled",
					"cors.explain-rejections", "cors.filter.order", "cors.production.profiles", "cors.reload.interval",
					"cors.validation.rules.localhost-origin", "cors.validation.waivers", "spring.profiles.include");
			ReloadedShop.write(file(), NEW + "\n  filter.order: first\n");
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(result.restartNeeded()).containsExactly("cors.filter.order");
			assertThat(shop.reloader().status().startable()).isFalse();
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

	@Test
	void otherProfilesAreThoseOfTheNextStart() {
		String local = OLD.replace("[https", "[http://localhost:3000, https");
		ReloadedShop.write(file(), local + "spring.profiles.active: trial\n");
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), local + "spring.profiles.active: prod\n");
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(result.restartNeeded()).containsExactly("spring.profiles.active");
			assertThat(shop.reloader().status().startable()).isFalse();
			Path prod = this.directory.resolve("cors-prod.yml");
			ReloadedShop.write(prod, "cors.allowed-origins: https://app.example.com");
			shop.reloader().reload();
			assertThat(shop.reloader().status().startable()).isTrue();
			assertThat(shop.allows("http://localhost:3000")).isTrue();
			ReloadedShop.write(prod, "cors: [");
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(shop.reloader().status().startable()).isFalse();
			ReloadedShop.write(prod, "cors.enabled: false");
			shop.reloader().reload();
			assertThat(shop.reloader().status().startable()).isTrue();
		}
	}

	@Test
	void otherDefaultProfilesAreThoseOfTheNextStart() {
		String local = OLD.replace("[https", "[http://localhost:3000, https");
		ReloadedShop.write(file(), local + "spring.profiles.default: trial\n");
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			ReloadedShop.write(file(), local + "spring.profiles.default: prod\n");
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.UNCHANGED);
			assertThat(result.restartNeeded()).containsExactly("spring.profiles.default");
			assertThat(shop.reloader().status().startable()).isFalse();
		}
	}

	@Test
	void invalidPoliciesStartWhereNoneAreEnabled() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			String invalid = OLD.replace("https://old", "old");
			ReloadedShop.write(file(), invalid);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(shop.reloader().status().startable()).isFalse();
			ReloadedShop.write(file(), invalid + "  enabled: false\n");
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(shop.reloader().status().startable()).isTrue();
		}
	}

	@Test
	void everythingSpeaksOfTheNewPolicies() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			assertThat(shop.<List<String>>endpoint("$.otherSources[*].effect")).containsExactly("active");
			ReloadedShop.write(file(), NEW.replace("/items/**", "/**"));
			shop.reloader().reload();
			assertThat(shop.<List<String>>endpoint("$.otherSources[*].effect")).containsExactly("shadowed");
			assertThat(shop.<List<String>>endpoint("$.violations[*].rule")).contains("shadowed-cors");
			assertThat(shop.view("cors/explain?path=/items&origin=https://new.example.com"))
				.contains("\"outcome\":\"allowed\"");
			assertThat(shop.view("cors/snapshot")).contains("https://new.example.com").doesNotContain("old.example");
			assertThat(shop.view("metrics/cors.reloads?tag=outcome:applied&tag=trigger:call"))
				.contains("\"value\":1.0");
			assertThat(shop.view("metrics/cors.reload.refused")).contains("\"value\":0.0");
			assertThat(shop.view("metrics/cors.policy.revision")).contains("\"value\":");
			assertThat(shop.get("/legacy", "https://legacy.example.com").statusCode()).isEqualTo(403);
		}
	}

	@Test
	void oneRevisionTellsInstancesApartHoweverItIsAskedFor() {
		ReloadedShop.write(file(), OLD + """
				  policies:
				    next: {paths: /**, allowed-origins: [https://next.example.com], enforcement: report-only}
				""");
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			String revision = shop.reloader().status().revision();
			assertThat(shop.view("info")).contains("\"revision\":\"" + revision + "\"");
			assertThat(shop.<String>endpoint("$.reload.revision")).isEqualTo(revision);
		}
	}

	@Test
	void beanThatCannotBeCreatedChangesNothing() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(BrokenSource.class),
				"--spring.config.import=optional:file:" + file())) {
			String revision = shop.reloader().status().revision();
			ReloadedShop.write(file(), NEW + "  origin-source: customers\n");
			ReloadResult result = shop.reloader().reload();
			assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(result.revision()).isEqualTo(revision);
			assertThat(result.report().errors())
				.anySatisfy((violation) -> assertThat(violation.message()).contains("no driver"));
			assertThat(shop.reloader().status().state()).isEqualTo("refused");
			assertThat(shop.allows("https://old.example.com")).isTrue();
			ReloadedShop.write(file(), NEW);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
		}
	}

	@Test
	void watchedFilesAreTriedAgainWhereTheApplicationFailed() throws IOException {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(FlakySource.class),
				"--spring.config.import=optional:file:" + file(), "--failures=1")) {
			WatchedFiles watcher = watcher(shop);
			look(watcher, 1);
			ReloadedShop.write(file(), NEW + "  origin-source: customers\n");
			look(watcher, 2);
			assertThat(shop.reloader().status().state()).isEqualTo("refused");
			assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].remedy")).singleElement()
				.asString()
				.contains("tried again")
				.doesNotContain("rename");
			look(watcher, 3);
			assertThat(shop.reloader().status().state()).isEqualTo("current");
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

	@Test
	void watchedFilesAreTriedLessAndLessOften() throws IOException {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(FlakySource.class),
				"--spring.config.import=optional:file:" + file(), "--failures=1000")) {
			WatchedFiles watcher = watcher(shop);
			look(watcher, 1);
			ReloadedShop.write(file(), NEW + "  origin-source: customers\n");
			AtomicInteger attempts = shop.context().getBean(FlakySource.class).attempts;
			look(watcher, 2);
			assertThat(attempts).hasValue(1);
			look(watcher, 3);
			assertThat(attempts).hasValue(2);
			look(watcher, 4 + 6 + 10);
			assertThat(attempts).hasValue(5);
			ReloadedShop.write(file(), NEW);
			look(watcher, 2);
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void nobodyWaitsForAReloadThatWaits(WebApplicationType type) throws InterruptedException {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(type, List.of(SlowSource.class),
				"--spring.config.import=optional:file:" + file())) {
			SlowSource source = shop.context().getBean(SlowSource.class);
			ReloadedShop.write(file(), NEW + "  origin-source: customers\n");
			Thread reloading = new Thread(shop.reloader()::reload);
			reloading.start();
			source.begun.await();
			assertThat(shop.allows("https://old.example.com")).isTrue();
			assertThat(shop.allows("https://new.example.com")).isFalse();
			assertThat(shop.<String>endpoint("$.policies[0].allowedOrigins[0].value"))
				.isEqualTo("https://old.example.com");
			assertThat(reloading.isAlive()).isTrue();
			source.over.countDown();
			reloading.join();
			assertThat(shop.allows("https://new.example.com")).isTrue();
		}
	}

	private static void look(WatchedFiles watcher, int times) {
		for (int i = 0; i < times; i++) {
			watcher.look();
		}
	}

	@Test
	void listenersAreToldAndStopNothing() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(Listeners.class),
				"--spring.config.import=optional:file:" + file())) {
			ReloadedShop.write(file(), NEW);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			ReloadedShop.write(file(), NEW.replace("https://new.", "new."));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.REFUSED);
			assertThat(shop.context().getBean(Listeners.class).heard).containsExactly("APPLIED", "REFUSED");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void policyThatBeginsToReportIsObservedFromThenOn(WebApplicationType type) {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(type)) {
			assertThat(shop.view("cors/report")).isEqualTo("{\"policies\":[]}");
			shop.get("/items", "https://old.example.com");
			ReloadedShop.write(file(), OLD + NEXT);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			String since = shop.report("$.policies[0].since");
			assertThat(shop.view("metrics/cors.report?tag=policy:next")).contains("\"value\":0.0");
			shop.get("/items", "https://old.example.com");
			await()
				.untilAsserted(() -> assertThat(shop.<Integer>report("$.policies[0].totals.would-break")).isEqualTo(1));
			assertThat(shop.<String>report("$.policies[0].since")).isEqualTo(since);
			assertThat(shop.view("metrics/cors.report?tag=policy:next&tag=type:actual&tag=change:would-break"))
				.contains("\"value\":1.0");
			ReloadedShop.write(file(), OLD);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(shop.view("cors/report")).isEqualTo("{\"policies\":[]}");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void policyThatIsNoLongerEnforcedIsObserved(WebApplicationType type) {
		String whole = OLD.replace("/items/**", "/**");
		ReloadedShop.write(file(), whole + NEXT.replace("report-only", "enforce"));
		try (ReloadedShop shop = start(type)) {
			assertThat(shop.allows("https://old.example.com")).isFalse();
			ReloadedShop.write(file(), whole + NEXT);
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(shop.allows("https://old.example.com")).isTrue();
			await()
				.untilAsserted(() -> assertThat(shop.<Integer>report("$.policies[0].totals.would-break")).isEqualTo(1));
		}
	}

	@Test
	void reloaderThatIsWrappedIsTriggeredAllTheSame() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(WrappedReloader.class),
				"--spring.config.import=optional:file:" + file(), "--cors.reload.watch-files=true",
				"--cors.reload.interval=1s")) {
			assertThat(AopUtils.isAopProxy(shop.reloader())).isTrue();
			assertThat(shop.<List<String>>endpoint("$.reload.triggers")).containsExactly("files", "call");
			ReloadedShop.write(file(), NEW);
			await().until(() -> shop.allows("https://new.example.com"));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		}
	}

	@Test
	void lookThatFailsIsFollowedByAnother() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(FailingListener.class),
				"--spring.config.import=optional:file:" + file(), "--cors.reload.watch-files=true",
				"--cors.reload.interval=1s")) {
			for (String content : List.of(NEW, OLD, NEW)) {
				ReloadedShop.write(file(), content);
				await().until(() -> shop.allows("https://new.example.com") == content.equals(NEW));
			}
			assertThat(shop.context().getBean(FailingListener.class).attempts).hasValueGreaterThanOrEqualTo(3);
		}
	}

	@Test
	void whatIsWrittenByHttpIsLeftOut() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			shop.context()
				.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("manager", Map.of("cors.allowed-origins", "https://evil.example.net")));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.UNCHANGED);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVLET", "REACTIVE" })
	void whatIsWrittenByHttpStopsNoRevocation(WebApplicationType type) {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(type)) {
			shop.context()
				.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("manager", Map.of("spring.config.import", "configserver:http://x")));
			ReloadedShop.write(file(), OLD.replace("https://old.example.com, ", ""));
			assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			assertThat(shop.allows("https://old.example.com")).isFalse();
			assertThat(shop.allows("https://app.example.com")).isTrue();
		}
	}

	@Test
	void policiesThatWereReplacedAreForgotten() {
		ReloadedShop.write(file(), OLD);
		try (ReloadedShop shop = start(WebApplicationType.SERVLET)) {
			WeakReference<PolicyTable> first = new WeakReference<>(shop.context().getBean(CorsPolicies.class).table());
			for (String content : List.of(NEW, OLD, NEW)) {
				assertThat(shop.allows("https://app.example.com")).isTrue();
				ReloadedShop.write(file(), content);
				assertThat(shop.reloader().reload().outcome()).isEqualTo(Outcome.APPLIED);
			}
			await().until(() -> {
				System.gc();
				return first.refersTo(null);
			});
		}
	}

	@Test
	void ownPoliciesOfTheApplicationAreItsOwnToReplace() {
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET, List.of(OwnPolicies.class))) {
			assertThat(shop.context().containsBean("corsPolicyReloader")).isFalse();
			assertThat(shop.view("cors")).doesNotContain("\"reload\"");
		}
	}

	private static void assertRefused(ReloadedShop shop, String rule) {
		CorsPolicies policies = shop.context().getBean(CorsPolicies.class);
		PolicyTable before = policies.table();
		ReloadResult result = shop.reloader().reload();
		assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(result.report().errors()).extracting((violation) -> violation.rule().id()).contains(rule);
		assertThat(policies.table()).isSameAs(before);
		assertThat(result.revision()).isEqualTo(shop.<String>endpoint("$.reload.revision"));
		assertThat(shop.<String>endpoint("$.reload.state")).isEqualTo("refused");
		assertThat(shop.<List<String>>endpoint("$.reload.lastAttempt.violations[*].rule")).contains(rule);
		assertThat(shop.allows("https://app.example.com")).isTrue();
		assertThat(shop.allows("https://old.example.com")).isTrue();
	}

	/**
	 * Return what looks when it is told to.
	 */
	private static WatchedFiles watcher(ReloadedShop shop) {
		return new WatchedFiles(shop.internalReloader(), Duration.ofSeconds(10));
	}

	/**
	 * Listeners that fail.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Listeners {

		private final List<String> heard = new ArrayList<>();

		@EventListener
		void onChange(CorsPoliciesChangedEvent event) {
			this.heard.add(event.result().outcome().name());
			throw new IllegalStateException("Not today");
		}

		@EventListener
		void onRefusal(CorsReloadRefusedEvent event) {
			this.heard.add(event.result().outcome().name());
			throw new IllegalStateException("Not today");
		}

	}

	/**
	 * What Spring Cloud leaves behind where a server has configuration as well.
	 */
	@Configuration(proxyBeanMethods = false)
	static class RemoteImport {

		@Bean
		static BeanFactoryPostProcessor remoteImport(ConfigurableEnvironment environment) {
			environment.getPropertySources()
				.addLast(new MapPropertySource("remote", Map.of("spring.config.import", "optional:configserver:")));
			return (beanFactory) -> {
			};
		}

	}

	/**
	 * A reloader whose calls something else sees first, such as an aspect.
	 */
	@Configuration(proxyBeanMethods = false)
	static class WrappedReloader {

		@Bean
		static BeanPostProcessor wrapping() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String beanName) {
					return (bean instanceof CorsPolicyReloader) ? new ProxyFactory(bean).getProxy() : bean;
				}

			};
		}

	}

	/**
	 * A listener that fails with more than an exception.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FailingListener {

		private final AtomicInteger attempts = new AtomicInteger();

		@Bean
		ReloadListener failing() {
			return (trigger, result) -> {
				this.attempts.incrementAndGet();
				throw new AssertionError("Not today");
			};
		}

	}

	/**
	 * A source of origins that takes its time.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SlowSource {

		private final CountDownLatch begun = new CountDownLatch(1);

		private final CountDownLatch over = new CountDownLatch(1);

		@Bean
		OriginSource customers() {
			return (sink) -> {
				this.begun.countDown();
				this.over.await();
			};
		}

	}

	/**
	 * A source that fails some times before it is there.
	 */
	@Configuration(proxyBeanMethods = false)
	static class FlakySource {

		private final AtomicInteger attempts = new AtomicInteger();

		@Bean
		@Lazy
		OriginSource customers(@Value("${failures}") int failures) {
			if (this.attempts.incrementAndGet() <= failures) {
				throw new IllegalStateException("no driver yet");
			}
			return (sink) -> {
			};
		}

	}

	/**
	 * A source that fails when it is needed.
	 */
	@Configuration(proxyBeanMethods = false)
	static class BrokenSource {

		@Bean
		@Lazy
		OriginSource customers() {
			throw new IllegalStateException("no driver");
		}

	}

	/**
	 * Policies that do not come from properties.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnPolicies {

		@Bean
		CorsPolicies ownPolicies() {
			return TestPolicies.policies(TestPolicies.policy("own", "/**").allowedOrigins("https://app.example.com"));
		}

	}

}
