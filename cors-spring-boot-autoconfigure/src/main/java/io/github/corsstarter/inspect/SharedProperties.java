package io.github.corsstarter.inspect;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

import io.github.corsstarter.location.PropertyLocations;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.convert.DurationStyle;

/**
 * CORS configuration in properties of the names that Spring Boot and Spring Cloud share.
 */
final class SharedProperties {

	private final Binder binder;

	private final ConfigurationPropertyName prefix;

	private final Locating handler = new Locating();

	/**
	 * Create a view.
	 * @param binder where the properties are
	 * @param prefix what they are below
	 */
	SharedProperties(Binder binder, ConfigurationPropertyName prefix) {
		this.binder = binder;
		this.prefix = prefix;
	}

	/**
	 * Return what the properties configure.
	 * @param kind whose they are
	 * @param paths what they are for
	 * @param finisher adds what is not set, as their owner does
	 * @return the source
	 */
	CorsSource source(CorsSource.Kind kind, List<String> paths,
			Function<SourceConfiguration, SourceConfiguration> finisher) {
		SourceConfiguration configuration = finisher
			.apply(new SourceConfiguration(list("allowed-origins"), list("allowed-origin-patterns"),
					list("allowed-methods"), list("allowed-headers"), list("exposed-headers"),
					value("allow-credentials", Boolean.class), seconds(value("max-age", String.class))));
		return CorsSource.properties(kind, this.prefix.toString(), paths, this.handler.location, configuration);
	}

	/**
	 * Return whether any origin is named. If none is, those properties configure nothing.
	 * @return {@code true} if there is an origin or a pattern
	 */
	boolean haveOrigins() {
		return list("allowed-origins") != null || list("allowed-origin-patterns") != null;
	}

	private @Nullable List<String> list(String key) {
		List<String> values = this.binder.bind(this.prefix.append(key), Bindable.listOf(String.class), this.handler)
			.orElse(List.of());
		return values.isEmpty() ? null : values;
	}

	private <T> @Nullable T value(String key, Class<T> type) {
		return this.binder.bind(this.prefix.append(key), Bindable.of(type), this.handler).orElse(null);
	}

	private static @Nullable Long seconds(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		Duration duration = DurationStyle.detectAndParse(text.strip(), ChronoUnit.SECONDS);
		return duration.toSeconds();
	}

	/**
	 * Remembers where the first property was read from.
	 */
	private static final class Locating implements BindHandler {

		private final PropertyLocations locations = new PropertyLocations();

		private @Nullable Location location;

		@Override
		public Object onSuccess(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				Object result) {
			ConfigurationProperty property = context.getConfigurationProperty();
			if (this.location == null && property != null) {
				this.location = this.locations.of(property);
			}
			return result;
		}

	}

}
