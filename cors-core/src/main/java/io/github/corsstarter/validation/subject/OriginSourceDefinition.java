package io.github.corsstarter.validation.subject;

import java.time.Duration;
import java.util.List;

import io.github.corsstarter.origin.data.Tenancy;
import io.github.corsstarter.policy.ConfiguredValue;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a source of origins.
 *
 * @param name the name of the bean, as it was written
 * @param tenant where the tenant of a request is taken from, as it was written
 * @param refreshInterval the time between two loads; zero for none after the first
 * @param maxOriginsPerTenant the most origins that one tenant may have
 * @param maxOrigins the most origins that all tenants together may have
 * @param maxStaleness how old origins may become before they are dropped, or {@code null}
 * for as old as they like
 * @param required whether the application must not start without
 */
public record OriginSourceDefinition(ConfiguredValue<String> name, ConfiguredValue<String> tenant,
		Duration refreshInterval, int maxOriginsPerTenant, int maxOrigins, @Nullable Duration maxStaleness,
		boolean required) {

	/**
	 * Return the settings of a source that has none.
	 * @param name the name of the bean
	 * @return the defaults
	 */
	public static OriginSourceDefinition defaults(String name) {
		String prefix = "cors.origin-sources." + name;
		return new OriginSourceDefinition(ConfiguredValue.of(name, prefix, null),
				ConfiguredValue.of("none", prefix + ".tenant", null), Duration.ofMinutes(5), 100, 2_000_000, null,
				false);
	}

	/**
	 * Find the settings of a source.
	 * @param definitions all settings
	 * @param name the name of the bean
	 * @return its settings, in whatever case its name was written there; the defaults if
	 * there are none
	 */
	public static OriginSourceDefinition of(List<OriginSourceDefinition> definitions, String name) {
		OriginSourceDefinition similar = null;
		for (OriginSourceDefinition definition : definitions) {
			String written = definition.name().value();
			if (written.equals(name)) {
				return definition;
			}
			similar = written.equalsIgnoreCase(name) ? definition : similar;
		}
		return (similar != null) ? similar : defaults(name);
	}

	/**
	 * Return where the tenant of a request is taken from.
	 * @return the place, or {@code null} if what was written means none
	 */
	public @Nullable Tenancy tenancy() {
		return Tenancy.parse(this.tenant.value());
	}

}
