package io.github.corsstarter.config;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The keys {@code cors.enforcement} and {@code cors.policies.<name>.enforcement}.
 */
public final class EnforcementProperty {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cors");

	private EnforcementProperty() {
	}

	/**
	 * Return whether any policy says how it is enforced, which one that only reports has
	 * to.
	 * @param environment where the application runs
	 * @return {@code false} if every policy is enforced
	 */
	public static boolean isSet(Environment environment) {
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable
					&& iterable.stream().anyMatch(EnforcementProperty::isEnforcement)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isEnforcement(ConfigurationPropertyName name) {
		return ROOT.isAncestorOf(name) && name.getLastElement(Form.UNIFORM).equals("enforcement");
	}

}
