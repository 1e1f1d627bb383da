package io.github.corsstarter.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Bindable.BindRestriction;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Binds the properties from the environment, each value with the place it was written at.
 * Nothing is cached: a second reader sees what the environment holds by then.
 */
public final class CorsPropertiesReader {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cors");

	private static final ConfigurationPropertyName POLICIES = ROOT.append("policies");

	private static final ConfigurationPropertyName VALIDATION = ROOT.append("validation");

	private static final ConfigurationPropertyName RULES = VALIDATION.append("rules");

	private static final ConfigurationPropertyName PROFILES = ROOT.append("production.profiles");

	private final Environment environment;

	private final Iterable<ConfigurationPropertySource> sources;

	private final WrittenValues writtenValues;

	private final RecordingBindHandler handler;

	private final Binder binder;

	private final ConfiguredKeys keys;

	/**
	 * Creates a reader.
	 * @param environment where to read from
	 */
	public CorsPropertiesReader(Environment environment) {
		this.environment = environment;
		PlaceholdersResolver placeholders = new PropertySourcesPlaceholdersResolver(environment);
		this.sources = ConfigurationPropertySources.get(environment);
		this.writtenValues = new WrittenValues(environment, placeholders);
		this.handler = new RecordingBindHandler(this.writtenValues, Set.of(POLICIES, VALIDATION));
		this.binder = new Binder(this.sources, placeholders);
		this.keys = new ConfiguredKeys(this.sources, this.writtenValues);
	}

	/**
	 * Reads everything.
	 * @return what was configured, and what was wrong with it
	 */
	public CorsSettings read() {
		CorsProperties properties = bind(ROOT, CorsProperties.class);
		CorsPolicyDefinition base = policy(CorsPolicyDefinition.BASE, ROOT);
		List<CorsPolicyDefinition> policies = new ArrayList<>();
		for (ConfigurationPropertyName name : this.keys.childrenOf(POLICIES)) {
			CorsPolicyDefinition policy = policy(name.getLastElement(Form.ORIGINAL), name);
			if (!policy.enabled()) {
				this.handler.forgetProblemsBelow(name);
			}
			boolean unset = policy.equals(CorsPolicyDefinition.builder(policy.name()).build());
			if (!unset || !this.keys.isUncertain(name)) {
				policies.add(policy);
			}
		}
		ProductionDetection detection = new ProductionDetection(this.environment);
		Deployment deployment = detection
			.detect(this.handler.list(PROFILES, PROFILES.toString(), properties.production().profilesOrDefault()));
		WaiverReader waiverReader = new WaiverReader(this.sources, this.writtenValues);
		List<WaiverDefinition> waivers = waiverReader.read();
		Map<String, ConfiguredValue<String>> severities = severities();
		List<Finding> problems = new ArrayList<>(this.handler.problems());
		problems.addAll(detection.problems());
		problems.addAll(waiverReader.problems());
		ValidationInput input = new ValidationInput(EffectivePolicies.of(base, policies), deployment, severities,
				waivers, this.keys.asWritten(), problems, properties.explainRejections());
		return new CorsSettings(input, properties.filter().order());
	}

	private <T> T bind(ConfigurationPropertyName name, Class<T> type) {
		// A variable such as CORS is not ours, and no value that a whole record can have
		return this.binder.bindOrCreate(name,
				Bindable.of(type).withBindRestrictions(BindRestriction.NO_DIRECT_PROPERTY), this.handler);
	}

	private CorsPolicyDefinition policy(String policy, ConfigurationPropertyName name) {
		CorsPolicyProperties properties = bind(name, CorsPolicyProperties.class);
		Keys keys = new Keys(name);
		return new CorsPolicyDefinition(policy, properties.enabled(), keys.list("paths", properties.paths()),
				keys.list("allowed-origins", properties.allowedOrigins()),
				keys.list("allowed-origin-patterns", properties.allowedOriginPatterns()),
				keys.list("allowed-origin-regexes", properties.allowedOriginRegexes()),
				keys.list("allowed-methods", properties.allowedMethods()),
				keys.list("allowed-headers", properties.allowedHeaders()),
				keys.list("exposed-headers", properties.exposedHeaders()),
				keys.value("allow-credentials", properties.allowCredentials()),
				keys.value("max-age", properties.maxAge()),
				keys.value("preflight-status", properties.preflightStatus()));
	}

	private Map<String, ConfiguredValue<String>> severities() {
		Map<String, ConfiguredValue<String>> severities = new LinkedHashMap<>();
		for (ConfigurationPropertyName written : this.keys.descendantsOf(RULES)) {
			ConfigurationPropertyName name = joined(written);
			String word = this.binder.bind(name, Bindable.of(String.class), this.handler).orElse("");
			severities.put(name.getLastElement(Form.ORIGINAL),
					this.handler.value(name, PropertyNames.asWritten(name), word));
		}
		return severities;
	}

	/**
	 * Joins the words of a rule id that an environment variable cannot join by dashes.
	 */
	private static ConfigurationPropertyName joined(ConfigurationPropertyName rule) {
		int first = RULES.getNumberOfElements();
		if (rule.getNumberOfElements() == first + 1) {
			return rule;
		}
		return RULES.append(IntStream.range(first, rule.getNumberOfElements())
			.mapToObj((i) -> rule.getElement(i, Form.DASHED))
			.collect(Collectors.joining("-")));
	}

	/**
	 * The keys of one policy.
	 */
	private final class Keys {

		private final ConfigurationPropertyName name;

		private final String prefix;

		Keys(ConfigurationPropertyName name) {
			this.name = name;
			this.prefix = PropertyNames.asWritten(name) + ".";
		}

		@Nullable ConfiguredList list(String key, @Nullable List<String> bound) {
			return (bound != null)
					? CorsPropertiesReader.this.handler.list(this.name.append(key), this.prefix + key, bound) : null;
		}

		<T> @Nullable ConfiguredValue<T> value(String key, @Nullable T bound) {
			return (bound != null)
					? CorsPropertiesReader.this.handler.value(this.name.append(key), this.prefix + key, bound) : null;
		}

	}

}
