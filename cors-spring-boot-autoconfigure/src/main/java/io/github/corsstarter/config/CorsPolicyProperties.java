package io.github.corsstarter.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.Enforcement;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.Delimiter;
import org.springframework.boot.convert.DurationUnit;

/**
 * The keys of one policy: of the base policy below {@code cors}, and of each named one
 * below {@code cors.policies}; for the configuration metadata. It is never bound:
 * {@link CorsPropertiesReader} reads key by key, and converts as is said here.
 *
 * @param enabled Whether the policies apply. When disabled, nothing is validated and
 * nothing but the endpoint is registered.
 * @param paths Path patterns, relative to the application, that the base policy governs
 * as soon as one of its origin keys is set. When blank, it governs nothing and only gives
 * the named policies their defaults.
 * @param allowedOrigins Exact origins to allow, such as 'https://app.example.com', or '*'
 * for any. When set and empty, nobody is allowed.
 * @param allowedOriginPatterns Origin patterns to allow, such as 'https://*.example.com'
 * or 'https://*.example.com:[8080,8443]'.
 * @param allowedOriginRegexes Regular expressions of whole origins to allow, from a
 * subset of the syntax that is matched in linear time.
 * @param allowedMethods Methods to allow, or '*' for any. GET implies HEAD.
 * @param allowedHeaders Request headers to allow, or '*' for any.
 * @param exposedHeaders Response headers that pages may read besides those that are
 * always readable. Has no effect as '*' when credentials are allowed.
 * @param allowCredentials Whether pages may send cookies, client certificates and
 * authentication headers of the browser.
 * @param maxAge How long browsers may cache the answer to a preflight. If a duration
 * suffix is not specified, seconds will be used.
 * @param preflightStatus Status of the answer to an allowed preflight, from 200 to 299.
 * @param timingAllowOrigin Whether pages that may read a response may also read its
 * timing in detail, by a 'Timing-Allow-Origin' header.
 * @param crossSiteForms Whose forms to let through: those of every site, or only those of
 * allowed origins. A form is a navigation with another method than GET and HEAD.
 * @param enforcement Whether the policy governs its paths, or only reports what it would
 * change there.
 */
@ConfigurationProperties("cors")
record CorsPolicyProperties(@DefaultValue("true") boolean enabled,
		@Delimiter(Delimiter.NONE) @Nullable List<String> paths,
		@Delimiter(Delimiter.NONE) @Nullable List<String> allowedOrigins,
		@Delimiter(Delimiter.NONE) @Nullable List<String> allowedOriginPatterns,
		@Delimiter(Delimiter.NONE) @Nullable List<String> allowedOriginRegexes,
		@Delimiter(Delimiter.NONE) @Nullable List<String> allowedMethods,
		@Delimiter(Delimiter.NONE) @Nullable List<String> allowedHeaders,
		@Delimiter(Delimiter.NONE) @Nullable List<String> exposedHeaders, @Nullable Boolean allowCredentials,
		@DurationUnit(ChronoUnit.SECONDS) @Nullable Duration maxAge, @Nullable Integer preflightStatus,
		@Nullable Boolean timingAllowOrigin, @Nullable CrossSiteForms crossSiteForms,
		@Nullable Enforcement enforcement) {

}
