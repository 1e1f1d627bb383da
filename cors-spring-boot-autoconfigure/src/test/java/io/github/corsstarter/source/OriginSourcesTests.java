package io.github.corsstarter.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.OriginSourceDescriptor;
import io.github.corsstarter.actuate.RefusedOriginsDescriptor;
import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsEndpointAutoConfiguration;
import io.github.corsstarter.autoconfigure.CorsMetricsAutoConfiguration;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.policy.AdditionalOrigins;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import io.github.corsstarter.validation.report.UnsafeCorsPolicyException;
import io.github.corsstarter.web.servlet.PolicyCorsConfigurationSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.cors.CorsConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * How sources are loaded, and what becomes of requests meanwhile.
 */
class OriginSourcesTests {

	private final Customers customers = new Customers();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CorsAutoConfiguration.class, CorsEndpointAutoConfiguration.class,
				CorsMetricsAutoConfiguration.class))
		.withBean("customers", OriginSource.class, () -> this.customers)
		.withBean(SimpleMeterRegistry.class)
		.withPropertyValues("cors.policies.shop.paths=/shop/**",
				"cors.policies.shop.allowed-origins=https://www.service.example",
				"cors.policies.shop.origin-source=customers", "cors.origin-sources.customers.tenant=host",
				"management.endpoints.web.exposure.include=cors");

	private static @Nullable RejectionReason reason(AssertableWebApplicationContext context, String host,
			String origin) {
		CorsRequest request = CorsRequest.builder("GET", "/shop/x").sentTo("https", host, 8443).origin(origin).build();
		return context.getBean(CorsPolicies.class).decide(request).reason();
	}

	private static OriginSourceDescriptor status(AssertableWebApplicationContext context) {
		return Objects.requireNonNull(context.getBean(CorsEndpoint.class).cors().policies().get(0).originSource());
	}

	@Test
	void isLoadedWhenTheApplicationHasStarted() {
		this.customers.add("a.example", "https://a.example");
		this.customers.add("b.example", "https://b.example");
		this.customers.add("b.example", "no origin");
		this.runner.run((context) -> {
			assertThat(reason(context, "a.example", "https://a.example")).isNull();
			assertThat(reason(context, "b.example", "https://a.example")).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
			assertThat(reason(context, "b.example", "https://www.service.example")).isNull();
			OriginSourceDescriptor status = status(context);
			assertThat(status.state()).isEqualTo("loaded");
			assertThat(status.tenant()).isEqualTo("host");
			assertThat(status.tenants()).isEqualTo(2);
			assertThat(status.origins()).isEqualTo(2);
			assertThat(status.refused()).isEqualTo(1);
			assertThat(status.loadedAt()).isNotNull();
			assertThat(status.lastError()).isNull();
		});
	}

	@Test
	void noRequestLoadsAnything() {
		this.runner.run((context) -> {
			for (int i = 0; i < 100; i++) {
				reason(context, "a.example", "https://a.example");
			}
			assertThat(this.customers.threads).hasSize(1)
				.allSatisfy((thread) -> assertThat(thread).startsWith("cors-origin-source-"));
		});
	}

	@Test
	void sourceThatFailsIsTriedAgainAndStopsNothing() {
		this.customers.failure = new IllegalStateException("no database");
		this.customers.add("a.example", "https://a.example");
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(reason(context, "a.example", "https://a.example")).isEqualTo(RejectionReason.ORIGINS_NOT_LOADED);
			assertThat(reason(context, "a.example", "null")).isEqualTo(RejectionReason.NULL_ORIGIN_NOT_ALLOWED);
			assertThat(reason(context, "a.example", "nonsense")).isEqualTo(RejectionReason.MALFORMED_ORIGIN);
			assertThat(reason(context, "a.example", "https://www.service.example")).isNull();
			assertThat(status(context).state()).isEqualTo("loading");
			assertThat(status(context).lastError()).contains("no database");
			context.getBean(TenantOrigins.class).replace("customers", "A.example:8080", List.of("https://b.example"));
			assertThat(reason(context, "a.example", "https://b.example")).isNull();
			this.customers.failure = null;
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(status(context).state()).isEqualTo("loaded"));
			assertThat(reason(context, "a.example", "https://b.example")).isNull();
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("cors.source.loads")
				.tags("source", "customers", "outcome", "loaded")
				.functionCounter()
				.count()).isEqualTo(1);
			assertThat(registry.get("cors.source.loads")
				.tags("source", "customers", "outcome", "failed")
				.functionCounter()
				.count()).isPositive();
			assertThat(registry.get("cors.source.origins").tag("source", "customers").gauge().value()).isEqualTo(1);
			assertThat(registry.get("cors.source.age").tag("source", "customers").gauge().value()).isNotNegative();
		});
	}

	@Test
	void laterFailureKeepsTheLastGoodLoad() {
		this.customers.add("a.example", "https://a.example");
		this.runner.run((context) -> {
			this.customers.data.clear();
			context.getBean(TenantOrigins.class).reload("customers");
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(status(context).state()).isEqualTo("failed"));
			assertThat(status(context).lastError()).contains("no origins");
			assertThat(reason(context, "a.example", "https://a.example")).isNull();
			assertThat(reason(context, "a.example", "https://x.example")).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
		});
	}

	@Test
	void sourceThatHangsHoldsUpTheStartForALimitedTimeOnly() {
		assertThat(OriginSources.PATIENCE).hasSeconds(10);
		CountDownLatch hanging = new CountDownLatch(1);
		this.customers.add("a.example", "https://a.example");
		this.customers.before = hanging;
		this.runner.withAllowBeanDefinitionOverriding(true).withInitializer((context) -> {
			Supplier<OriginSources> impatient = () -> new OriginSources(context,
					context.getBean(CorsSettings.class).input(), Clock.systemUTC(), Duration.ofMillis(200));
			((GenericApplicationContext) context).registerBean("corsOriginSources", OriginSources.class, impatient);
		}).run((context) -> {
			Duration uptime = Duration.between(Instant.ofEpochMilli(context.getStartupDate()), Instant.now());
			assertThat(uptime).isLessThan(OriginSources.PATIENCE);
			assertThat(reason(context, "a.example", "https://a.example")).isEqualTo(RejectionReason.ORIGINS_NOT_LOADED);
			hanging.countDown();
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(reason(context, "a.example", "https://a.example")).isNull());
		});
	}

	@Test
	void requiredSourceThatFailsStopsTheStart() {
		this.customers.failure = new IllegalStateException("no database");
		this.runner.withPropertyValues("cors.origin-sources.customers.required=true")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(RequiredOriginSourceException.class)
				.hasMessageContaining("customers")
				.hasMessageContaining("no database"));
	}

	@Test
	void requiredSourceOfPolicyThatOnlyReportsStopsNothing() {
		this.customers.failure = new IllegalStateException("no database");
		this.runner
			.withPropertyValues("cors.origin-sources.customers.required=true",
					"cors.policies.shop.enforcement=report-only")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(status(context).lastError()).contains("no database");
			});
	}

	@Test
	void originsThatAreTooOldAreDropped() {
		this.customers.add("a.example", "https://a.example");
		this.runner
			.withPropertyValues("cors.origin-sources.customers.max-staleness=1s",
					"cors.origin-sources.customers.refresh-interval=0")
			.run((context) -> {
				Awaitility.await()
					.atMost(Duration.ofMinutes(1))
					.untilAsserted(() -> assertThat(status(context).state()).isEqualTo("stale"));
				assertThat(reason(context, "a.example", "https://a.example"))
					.isEqualTo(RejectionReason.ORIGINS_NOT_LOADED);
			});
	}

	@Test
	void nameThatNoBeanHasIsRefused() {
		this.runner
			.withPropertyValues("cors.policies.shop.origin-source=customer",
					"cors.origin-sources.customers.tenant=bean:nobody", "cors.origin-sources.custmers.tenant=host")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageContaining("cors.policies.shop.origin-source")
				.hasMessageContaining("nobody")
				.hasMessageContaining("custmers")
				.hasMessageContaining("There are customers."));
	}

	@Test
	void valueThatIsOutOfRangeIsRefused() {
		this.runner
			.withPropertyValues("cors.origin-sources.customers.refresh-interval=-1s",
					"cors.origin-sources.customers.max-origins=0", "cors.origin-sources.customers.max-staleness=soon")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidCorsPolicyException.class)
				.hasMessageContaining("invalid-value")
				.hasMessageContaining("refresh-interval")
				.hasMessageContaining("max-origins")
				.hasMessageContaining("max-staleness"));
	}

	@Test
	void oneForAllWithCredentialsStopsAProductionStart() {
		this.runner
			.withPropertyValues("spring.profiles.active=prod", "cors.allow-credentials=true",
					"cors.origin-sources.customers.tenant=none")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(UnsafeCorsPolicyException.class)
				.hasMessageContaining("shared-origin-source"));
	}

	@Test
	void beanTellsTheTenantAndItsExceptionsAreNone() {
		this.customers.add("acme", "https://a.example");
		List<String> asked = new CopyOnWriteArrayList<>();
		TenantResolver resolver = (host, path) -> {
			asked.add(host + path);
			if (path.endsWith("fail")) {
				throw new IllegalStateException("failed");
			}
			return path.startsWith("/shop/acme") ? "acme" : null;
		};
		this.runner.withBean("resolver", TenantResolver.class, () -> resolver)
			.withPropertyValues("cors.origin-sources.customers.tenant=bean:resolver")
			.run((context) -> {
				CorsPolicies policies = context.getBean(CorsPolicies.class);
				CorsRequest.Builder request = CorsRequest.builder("GET", "/shop//acme/./x")
					.sentTo("https", "API.example.", 8443)
					.origin("https://a.example");
				assertThat(policies.decide(request.build()).reason()).isNull();
				assertThat(policies.decide(request.build()).tenant()).isEqualTo("acme");
				assertThat(asked).containsOnly("api.example/shop/acme/x");
				for (String path : List.of("/shop/other", "/shop/acme/fail", "/shop/acme/%2e%2e/other")) {
					assertThat(policies.decide(CorsRequest.builder("GET", path).origin("https://a.example").build())
						.reason()).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
				}
			});
	}

	@Test
	void everyAdapterDecidesAlike() {
		this.customers.add("a.example", "https://a.example");
		this.runner.run((context) -> {
			PolicyCorsConfigurationSource source = context.getBean("corsPolicyConfigurationSource",
					PolicyCorsConfigurationSource.class);
			CorsEndpoint endpoint = context.getBean(CorsEndpoint.class);
			for (String host : List.of("a.example", "A.example", "b.example")) {
				boolean allowed = !host.startsWith("b");
				MockHttpServletRequest request = new MockHttpServletRequest("GET", "/shop/x");
				request.setServerName(host);
				request.setServerPort(8443);
				request.addHeader("Origin", "https://a.example");
				CorsConfiguration configuration = source.getCorsConfiguration(request);
				assertThat(Objects.requireNonNull(configuration).checkOrigin("https://a.example") != null)
					.isEqualTo(allowed);
				assertThat(reason(context, host, "https://a.example") == null).isEqualTo(allowed);
				assertThat(String.valueOf(
						endpoint.view("explain", "/shop/x", "https://a.example", null, null, null, host + ":8443")))
					.contains(allowed ? "outcome=allowed" : "outcome=rejected")
					.contains(allowed ? "matchedBy=cors.policies.shop.origin-source" : "tenant 'b.example'");
			}
		});
	}

	@Test
	void hostOfAQuestionIsSpelledAsThatOfATenant() {
		this.customers.add("b\u00fccher.example", "https://a.example");
		this.runner.run((context) -> {
			CorsEndpoint endpoint = context.getBean(CorsEndpoint.class);
			for (String host : List.of("b\u00fccher.example", "B\u00dcCHER.example.:8443", "xn--bcher-kva.example")) {
				assertThat(String
					.valueOf(endpoint.view("explain", "/shop/x", "https://a.example", null, null, null, host))).as(host)
					.contains("tenant 'xn--bcher-kva.example'");
			}
			for (String host : List.of("a/b", "a b", "user@a.example", ".", "::1", "xn--\u00fc.example")) {
				assertThatExceptionOfType(InvalidEndpointRequestException.class).as(host)
					.isThrownBy(() -> endpoint.view("explain", "/shop/x", "https://a.example", null, null, null, host))
					.withMessageContaining("'host'");
			}
		});
	}

	@Test
	void administrationIsToldWhatIsWrong() {
		this.runner.run((context) -> {
			TenantOrigins origins = context.getBean(TenantOrigins.class);
			assertThat(origins.check("customers", " HTTPS://Shop.example/ "))
				.isEqualTo(new TenantOrigins.Verdict("https://shop.example", null, null));
			assertThat(origins.check("customers", "https://*.github.io").rule()).isEqualTo("unbounded-origins");
			TenantOrigins.Result result = origins.replace("customers", "a.example",
					List.of("https://Shop.example", "*", "https://shop.example"));
			assertThat(result.accepted()).containsExactly("https://shop.example");
			assertThat(result.refused()).extracting(TenantOrigins.Refused::rule).containsExactly("wildcard-origin");
			assertThat(reason(context, "a.example", "https://shop.example")).isNull();
			origins.remove("customers", "a.example");
			assertThat(reason(context, "a.example", "https://shop.example"))
				.isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
			assertThatIllegalArgumentException().isThrownBy(() -> origins.check("nobody", "https://a.example"))
				.withMessageContaining("nobody");
			RefusedOriginsDescriptor refused = (RefusedOriginsDescriptor) context.getBean(CorsEndpoint.class)
				.view("refused-origins", null, null, null, null, null, null);
			assertThat(refused.refused()).singleElement().satisfies((entry) -> {
				assertThat(entry.source()).isEqualTo("customers");
				assertThat(entry.tenant()).isEqualTo("a.example");
				assertThat(entry.origin()).isEqualTo("*");
				assertThat(entry.rule()).isEqualTo("wildcard-origin");
			});
			assertThat(context.getBean(CorsEndpoint.class).cors().violations())
				.anySatisfy((violation) -> assertThat(violation.rule()).isEqualTo("refused-origins"));
		});
	}

	@Test
	void policiesThatTakeOverHaveTheDataJudgedAgain() {
		this.customers.add("a.example", "http://a.example");
		this.runner.run((context) -> {
			OriginSources sources = context.getBean(OriginSources.class);
			assertThat(reason(context, "a.example", "http://a.example")).isNull();
			AtomicReference<@Nullable RejectionReason> meanwhile = new AtomicReference<>();
			sources.change(List.of(policy(sources, true)),
					() -> meanwhile.set(reason(context, "a.example", "http://a.example")));
			assertThat(meanwhile.get()).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
			assertThat(reason(context, "a.example", "http://a.example")).isEqualTo(RejectionReason.ORIGIN_NOT_ALLOWED);
			assertThat(context.getBean(TenantOrigins.class).check("customers", "http://a.example").rule())
				.isEqualTo("insecure-origin");
			sources.change(List.of(policy(sources, false)), () -> {
			});
			Awaitility.await()
				.atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(reason(context, "a.example", "http://a.example")).isNull());
		});
	}

	@Test
	void sourceThatIsNamedLaterIsLoadedBeforeItTakesEffect() {
		Customers partners = new Customers();
		partners.add("p", "https://p.example");
		this.runner.withBean("partners", OriginSource.class, () -> partners).run((context) -> {
			OriginSources sources = context.getBean(OriginSources.class);
			assertThat(partners.threads).isEmpty();
			List<String> named = new ArrayList<>();
			sources.forEachNamed((origins) -> named.add(origins.status().name()));
			CorsPolicy next = CorsPolicy.compile(
					EffectivePolicy
						.of(CorsPolicyDefinition.builder("next").paths("/**").originSource("partners").build()),
					sources::of);
			AtomicReference<@Nullable AdditionalOrigins> atTakeOver = new AtomicReference<>();
			sources.change(List.of(next), () -> {
				AdditionalOrigins origins = Objects.requireNonNull(next.additionalOrigins());
				atTakeOver.set(origins.allows(null, "https://p.example") ? origins : null);
			});
			assertThat(atTakeOver.get()).isNotNull();
			assertThat(named).containsExactly("customers", "partners");
		});
	}

	private static CorsPolicy policy(OriginSources sources, boolean credentials) {
		return CorsPolicy.compile(EffectivePolicy.of(CorsPolicyDefinition.builder("shop")
			.paths("/shop/**")
			.originSource("customers")
			.allowCredentials(credentials)
			.build()), sources::of);
	}

	/**
	 * A table that can fail and hang.
	 */
	private static final class Customers implements OriginSource {

		private final Collection<Map.Entry<String, String>> data = new CopyOnWriteArrayList<>();

		private final List<String> threads = new CopyOnWriteArrayList<>();

		private volatile @Nullable Exception failure;

		private volatile CountDownLatch before = new CountDownLatch(0);

		void add(String tenant, String origin) {
			this.data.add(Map.entry(tenant, origin));
		}

		@Override
		public void load(Sink sink) throws Exception {
			this.threads.add(Thread.currentThread().getName());
			assertThat(Stream.of(Thread.currentThread().getStackTrace()).map(StackTraceElement::getClassName))
				.noneMatch((name) -> name.contains("CorsPolicies") || name.contains("Filter"));
			this.before.await();
			Exception failing = this.failure;
			if (failing != null) {
				throw failing;
			}
			this.data.forEach((entry) -> sink.add(entry.getKey(), entry.getValue()));
		}

	}

}
