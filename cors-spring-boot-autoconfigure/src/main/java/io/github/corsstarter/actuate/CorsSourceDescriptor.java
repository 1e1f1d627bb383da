package io.github.corsstarter.actuate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Description of CORS configuration outside of {@code cors.*}.
 *
 * @param kind what it is
 * @param name the name of the bean, the class or the method, or the prefix of the
 * properties
 * @param paths the path patterns it is for; empty if they are not known
 * @param handlers how many handler methods an annotation is for, or {@code null}
 * @param effect {@code active}, {@code shadowed}, {@code partly-shadowed}, {@code ahead}
 * or {@code opaque}
 * @param shadowedBy the names of the policies that take its effect, with commas between
 * them, or {@code null} if none does
 * @param asked {@code true} if it could not be read, and was asked instead
 * @param configuration what it allows, or {@code null} if that cannot be read
 */
public record CorsSourceDescriptor(String kind, String name, List<String> paths, @Nullable Integer handlers,
		String effect, @Nullable String shadowedBy, @Nullable Boolean asked,
		@Nullable ConfigurationDescriptor configuration) {

	static CorsSourceDescriptor of(JudgedSource judged) {
		CorsSource source = judged.source();
		String shadowedBy = judged.shadowedBy().isEmpty() ? null : String.join(", ", judged.shadowedBy());
		return new CorsSourceDescriptor(source.kind().id(), source.name(), source.paths(), handlers(source),
				judged.effect().id(), shadowedBy, source.isAsked() ? true : null,
				ConfigurationDescriptor.of(source.configuration()));
	}

	private static @Nullable Integer handlers(CorsSource source) {
		return (source.kind() == CorsSource.Kind.CROSS_ORIGIN_ANNOTATION) ? source.handlers() : null;
	}

	/**
	 * Description of what is allowed. Whatever is not set is left out.
	 *
	 * @param allowedOrigins exact origins
	 * @param allowedOriginPatterns origin patterns
	 * @param allowedMethods methods
	 * @param allowedHeaders request headers
	 * @param exposedHeaders response headers
	 * @param allowCredentials whether credentials are allowed
	 * @param maxAge how long a preflight may be cached, as an ISO-8601 duration
	 * @param truncated the true lengths of the lists of more than 1&nbsp;000 elements, of
	 * which only the first are shown
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ConfigurationDescriptor(@Nullable List<String> allowedOrigins,
			@Nullable List<String> allowedOriginPatterns, @Nullable List<String> allowedMethods,
			@Nullable List<String> allowedHeaders, @Nullable List<String> exposedHeaders,
			@Nullable Boolean allowCredentials, @Nullable String maxAge, @Nullable Map<String, Integer> truncated) {

		static @Nullable ConfigurationDescriptor of(@Nullable SourceConfiguration configuration) {
			if (configuration == null) {
				return null;
			}
			Long maxAge = configuration.maxAge();
			ShownLists shown = new ShownLists();
			return new ConfigurationDescriptor(shown.showIfSet("allowedOrigins", configuration.allowedOrigins()),
					shown.showIfSet("allowedOriginPatterns", configuration.allowedOriginPatterns()),
					shown.showIfSet("allowedMethods", configuration.allowedMethods()),
					shown.showIfSet("allowedHeaders", configuration.allowedHeaders()),
					shown.showIfSet("exposedHeaders", configuration.exposedHeaders()), configuration.allowCredentials(),
					(maxAge != null) ? Duration.ofSeconds(maxAge).toString() : null, shown.truncated());
		}

	}

}
