package io.github.corsstarter.actuate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.entry.AnyOrigin;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.policy.PolicyEntry;
import io.github.corsstarter.policy.fetch.FetchMethod;
import org.jspecify.annotations.Nullable;

/**
 * Description of a policy in force.
 *
 * @param name the name of the policy
 * @param paths the path patterns it governs
 * @param allowedOrigins exact origins
 * @param allowedOriginPatterns origin patterns
 * @param allowedOriginRegexes regular expressions of whole origins
 * @param allowedMethods methods
 * @param allowedHeaders request headers
 * @param exposedHeaders response headers
 * @param allowCredentials whether credentials are allowed
 * @param maxAge how long a preflight may be cached, as an ISO-8601 duration
 * @param preflightStatus the status of an allowed preflight
 * @param crossSiteForms {@code allow} or {@code listed}: whose forms are let through
 * @param timingAllowOrigin whether allowed origins may read the timing of responses
 * @param enforcement {@code enforce} or {@code report-only}
 * @param inherited the names of the components above that are the base policy's or the
 * default
 * @param originSource the source of further origins, or {@code null} if there is none
 * @param truncated the true lengths of the lists of more than 1&nbsp;000 elements, of
 * which only the first are shown, by the names of the components; {@code null} if there
 * are none
 */
public record CorsPolicyDescriptor(String name, List<String> paths, List<OriginDescriptor> allowedOrigins,
		List<OriginDescriptor> allowedOriginPatterns, List<OriginDescriptor> allowedOriginRegexes,
		List<String> allowedMethods, List<String> allowedHeaders, List<String> exposedHeaders, boolean allowCredentials,
		String maxAge, int preflightStatus, String crossSiteForms, boolean timingAllowOrigin, String enforcement,
		List<String> inherited, @Nullable OriginSourceDescriptor originSource,
		@Nullable Map<String, Integer> truncated) {

	/**
	 * Describe a policy.
	 * @param policy the policy
	 * @param languages proves what its entries accept
	 * @return the description
	 */
	public static CorsPolicyDescriptor of(CorsPolicy policy, OriginLanguages languages) {
		EffectivePolicy definition = policy.definition();
		ShownLists shown = new ShownLists();
		Function<PolicyEntry, OriginDescriptor> origin = (entry) -> OriginDescriptor.of(entry, languages);
		return new CorsPolicyDescriptor(definition.name(), shown.show("paths", definition.paths().texts()),
				shown.show("allowedOrigins", definition.origins().entries(EntryKind.EXACT), origin),
				shown.show("allowedOriginPatterns", definition.origins().entries(EntryKind.PATTERN), origin),
				shown.show("allowedOriginRegexes", definition.origins().entries(EntryKind.REGEX), origin),
				shown.show("allowedMethods", methods(definition.allowedMethods())),
				shown.show("allowedHeaders", definition.allowedHeaders().texts()),
				shown.show("exposedHeaders", definition.exposedHeaders().texts()),
				definition.allowCredentials().value(), definition.maxAge().value().toString(),
				definition.preflightStatus().value(), definition.crossSiteForms().value().toString(),
				definition.timingAllowOrigin().value(), definition.enforcement().value().toString(),
				definition.inherited(), OriginSourceDescriptor.of(policy), shown.truncated());
	}

	CorsPolicyDescriptor with(@Nullable OriginSourceDescriptor originSource) {
		if (originSource == null) {
			return this;
		}
		return new CorsPolicyDescriptor(this.name, this.paths, this.allowedOrigins, this.allowedOriginPatterns,
				this.allowedOriginRegexes, this.allowedMethods, this.allowedHeaders, this.exposedHeaders,
				this.allowCredentials, this.maxAge, this.preflightStatus, this.crossSiteForms, this.timingAllowOrigin,
				this.enforcement, this.inherited, originSource, this.truncated);
	}

	private static List<String> methods(ConfiguredList methods) {
		return methods.texts().stream().map(FetchMethod::normalize).distinct().toList();
	}

	/**
	 * Description of an entry of a list of origins.
	 *
	 * @param value the entry as it is matched
	 * @param configured the entry as it was written
	 * @param property the key
	 * @param location where it was written
	 * @param registrableDomains the registrable domains that a pattern or regular
	 * expression is confined to, or {@code null} if it is not
	 */
	public record OriginDescriptor(String value, String configured, String property, @Nullable String location,
			@Nullable List<String> registrableDomains) {

		static OriginDescriptor of(PolicyEntry entry, OriginLanguages languages) {
			OriginEntry parsed = entry.entry();
			boolean single = parsed instanceof AnyOrigin || parsed instanceof ExactOrigin;
			return of(entry.configured(), parsed.toString(), single ? null : languages.of(parsed).confinement());
		}

		private static OriginDescriptor of(ConfiguredValue<String> entry, String value,
				@Nullable Confinement confinement) {
			return new OriginDescriptor(value, entry.text(), entry.property(),
					(entry.location() != null) ? entry.location().toString() : null,
					(confinement != null && confinement.confined()) ? confinement.owners() : null);
		}

	}

}
