package io.github.corsstarter.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.web.LoggedRejections;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.Delimiter;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.core.Ordered;

/**
 * The keys below {@code cors} that belong to no policy, for the configuration metadata.
 * It is never bound: {@link CorsPropertiesReader} reads key by key, so that no mistake in
 * one hides another.
 *
 * @param policies Named policies, each for paths of its own. A policy takes any key of
 * the base policy and inherits what it leaves unset. A name of letters and digits can
 * also be set from environment variables.
 * @param production What counts as production
 * @param validation How strictly the configuration is judged
 * @param explainRejections Whether to tell clients why they are rejected. Meant for
 * development, and refused in production.
 * @param logRejections Rejections to log at INFO: the first of each origin, reason and
 * policy, all of them, or none.
 * @param originSources Settings of each source of origins, by the name of its bean.
 * @param filter Where the filter stands
 * @param reload When the policies are read again while the application runs
 */
@ConfigurationProperties("cors")
record CorsProperties(@DefaultValue Map<String, CorsPolicyProperties> policies, @DefaultValue Production production,
		@DefaultValue Validation validation, @DefaultValue("false") boolean explainRejections,
		@DefaultValue("first") LoggedRejections logRejections, @DefaultValue Map<String, OriginSource> originSources,
		@DefaultValue Filter filter, @DefaultValue Reload reload) {

	/**
	 * What counts as production.
	 *
	 * @param profiles Profiles that make a deployment production. A plain name also
	 * matches profiles that go on with '-', '_' or '.', such as 'prod-eu'; anything else
	 * is a profile expression.
	 */
	record Production(@Delimiter(Delimiter.NONE) @Nullable List<String> profiles) {

	}

	/**
	 * How strictly the configuration is judged.
	 *
	 * @param rules Severities of safety and advice rules in this deployment, 'error',
	 * 'warn' or 'off' by rule id.
	 * @param waivers Values that are intended, each waived for one rule with a reason.
	 */
	record Validation(@DefaultValue Map<String, String> rules, @DefaultValue List<Waiver> waivers) {

	}

	/**
	 * A value that is intended.
	 *
	 * @param rule Id of the rule that is waived.
	 * @param value Value as the report prints it.
	 * @param policy Name of the only policy the waiver is for.
	 * @param reason Why the value is intended, shown by the endpoint.
	 * @param expires Last day of the waiver as an ISO date, in UTC.
	 */
	record Waiver(@Nullable String rule, @Nullable String value, @Nullable String policy, @Nullable String reason,
			@Nullable String expires) {

	}

	/**
	 * How the origins of a bean are loaded.
	 *
	 * @param tenant Where the tenant of a request is taken from: 'host', 'path:' and the
	 * name of a path variable, 'bean:' and the name of a TenantResolver, or 'none' to
	 * allow the origins of each tenant to all.
	 * @param refreshInterval Time between two loads. If a duration suffix is not
	 * specified, seconds will be used. When 0, nothing is loaded after the start.
	 * @param maxOriginsPerTenant Most origins that one tenant may have.
	 * @param maxOrigins Most origins that all tenants together may have.
	 * @param maxStaleness How old origins may become before they are dropped. By default,
	 * the last that could be loaded are kept.
	 * @param required Whether the application must not start without.
	 */
	record OriginSource(@DefaultValue("none") String tenant,
			@DurationUnit(ChronoUnit.SECONDS) @DefaultValue("5m") Duration refreshInterval,
			@DefaultValue("100") int maxOriginsPerTenant, @DefaultValue("2000000") int maxOrigins,
			@DurationUnit(ChronoUnit.SECONDS) @Nullable Duration maxStaleness,
			@DefaultValue("false") boolean required) {

	}

	/**
	 * Where the filter stands.
	 *
	 * @param order Order of the filter among the filters of the application.
	 */
	record Filter(@DefaultValue("" + DEFAULT_ORDER) int order) {

		/**
		 * After forwarded headers and observation, before session and security.
		 */
		static final int DEFAULT_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	}

	/**
	 * When the policies are read again while the application runs.
	 *
	 * @param onRefresh Whether a refresh of Spring Cloud does, where Spring Cloud is on
	 * the class path.
	 * @param watchFiles Whether files of configuration are looked at again and again, and
	 * the policies read anew when one of them has changed.
	 * @param interval Time from one look at the files to the next, from 1s to 1h. A
	 * change takes effect when it was seen twice. If a duration suffix is not specified,
	 * seconds will be used.
	 */
	record Reload(@DefaultValue("true") boolean onRefresh, @DefaultValue("false") boolean watchFiles,
			@DurationUnit(ChronoUnit.SECONDS) @DefaultValue("10s") Duration interval) {

	}

}
