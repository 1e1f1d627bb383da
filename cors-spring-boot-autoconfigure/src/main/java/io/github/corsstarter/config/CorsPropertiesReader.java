package io.github.corsstarter.config;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.config.WrittenValues.Written;
import io.github.corsstarter.policy.ConfiguredList;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.policy.CrossSiteForms;
import io.github.corsstarter.policy.EffectivePolicies;
import io.github.corsstarter.policy.Enforcement;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.OriginSourceDefinition;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import io.github.corsstarter.web.LoggedRejections;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PlaceholdersResolver;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ObjectUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Binds the properties from the environment, each value with the place it was written at.
 * Nothing is cached: a second reader sees what the environment holds by then.
 */
public final class CorsPropertiesReader {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("cors");

	private static final ConfigurationPropertyName POLICIES = ROOT.append("policies");

	private static final ConfigurationPropertyName VALIDATION = ROOT.append("validation");

	private static final ConfigurationPropertyName RULES = VALIDATION.append("rules");

	private static final ConfigurationPropertyName PRODUCTION = ROOT.append("production");

	private static final ConfigurationPropertyName PROFILES = PRODUCTION.append("profiles");

	private static final List<String> DEFAULT_PROFILES = List.of("prod", "production", "prd", "live");

	private static final ConfigurationPropertyName FILTER = ROOT.append("filter");

	private static final ConfigurationPropertyName RELOAD = ROOT.append("reload");

	private static final ConfigurationPropertyName WATCH_FILES = RELOAD.append("watch-files");

	private static final ConfigurationPropertyName INTERVAL = RELOAD.append("interval");

	private static final ConfigurationPropertyName ORIGIN_SOURCES = ROOT.append("origin-sources");

	private static final List<ConfigurationPropertyName> GROUPS = List.of(POLICIES, VALIDATION, RULES, PRODUCTION,
			FILTER, RELOAD, ORIGIN_SOURCES);

	private static final Bindable<List<String>> LIST = Bindable.listOf(String.class)
		.withAnnotations(annotations("paths"));

	private static final Bindable<Integer> INTEGER = Bindable.of(Integer.class);

	private static final Bindable<Duration> SECONDS = Bindable.of(Duration.class)
		.withAnnotations(annotations("maxAge"));

	private final Environment environment;

	private final List<ConfigurationPropertySource> sources;

	private final WrittenValues writtenValues;

	private final RecordingBindHandler handler;

	private final Binder binder;

	private final ConfiguredKeys keys;

	private final List<Finding> misplaced = new ArrayList<>();

	private final List<Finding> outOfRange = new ArrayList<>();

	private final List<SharedPrefix> others;

	/**
	 * Create a reader for an application of which nothing but the environment is known.
	 * @param environment where to read from
	 */
	public CorsPropertiesReader(Environment environment) {
		this(environment, List::of);
	}

	/**
	 * Create a reader.
	 * @param environment where to read from
	 * @param others finds the classes that bind the same keys; not asked if none is set
	 */
	public CorsPropertiesReader(Environment environment, Supplier<List<SharedPrefix>> others) {
		this.environment = environment;
		PlaceholdersResolver placeholders = stripping(new PropertySourcesPlaceholdersResolver(environment));
		this.sources = new ArrayList<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			this.sources.add(source);
		}
		this.writtenValues = new WrittenValues(environment, placeholders);
		this.handler = new RecordingBindHandler(this.writtenValues);
		this.binder = new Binder(this.sources, placeholders);
		this.keys = new ConfiguredKeys(this.sources, this.writtenValues);
		this.others = this.keys.isEmpty() ? List.of() : others.get();
	}

	/**
	 * Return how a key is converted, which is said where it is documented.
	 */
	private static Annotation[] annotations(String component) {
		return Objects.requireNonNull(ReflectionUtils.findField(CorsPolicyProperties.class, component))
			.getAnnotations();
	}

	/**
	 * Read everything.
	 * @return what was configured, and what was wrong with it
	 */
	public CorsSettings read() {
		GROUPS.forEach(this::refuseText);
		List<String> profiles = bind(PROFILES, LIST, DEFAULT_PROFILES);
		boolean explainRejections = bind(ROOT.append("explain-rejections"), Bindable.of(boolean.class), false);
		int filterOrder = bind(FILTER.append("order"), Bindable.of(int.class), CorsProperties.Filter.DEFAULT_ORDER);
		ReloadSettings reload = reload();
		LoggedRejections logRejections = bind(ROOT.append("log-rejections"), Bindable.of(LoggedRejections.class),
				LoggedRejections.FIRST);
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
				if (policy.enabled()) {
					refuseText(name);
				}
			}
		}
		ProductionDetection detection = new ProductionDetection(this.environment);
		Deployment deployment = detection.detect(this.handler.list(PROFILES, PROFILES.toString(), profiles));
		WaiverReader waiverReader = new WaiverReader(this.sources, this.writtenValues);
		List<WaiverDefinition> waivers = waiverReader.read();
		Map<String, ConfiguredValue<String>> severities = severities();
		List<OriginSourceDefinition> originSources = originSources();
		List<Finding> problems = new ArrayList<>(this.handler.problems());
		problems.addAll(this.misplaced);
		problems.addAll(this.outOfRange);
		problems.addAll(detection.problems());
		problems.addAll(waiverReader.problems());
		problems.addAll(problemsOf(reload));
		for (SharedPrefix other : this.others) {
			problems.add(other.toFinding());
		}
		ValidationInput input = new ValidationInput(EffectivePolicies.of(base, policies), deployment, severities,
				waivers, this.keys.asWritten(this.others), problems, originSources, explainRejections);
		return new CorsSettings(EnabledProperty.isEnabled(this.environment), input, filterOrder, logRejections, reload);
	}

	private ReloadSettings reload() {
		return new ReloadSettings(bind(RELOAD.append("on-refresh"), Bindable.of(boolean.class), true),
				bind(WATCH_FILES, Bindable.of(boolean.class), false),
				bind(INTERVAL, SECONDS, ReloadSettings.DEFAULT_INTERVAL));
	}

	private List<Finding> problemsOf(ReloadSettings reload) {
		List<Finding> problems = new ArrayList<>();
		if (!reload.isIntervalSupported()) {
			problems.add(Finding.of(RuleId.INVALID_VALUE, null,
					this.handler.value(INTERVAL, INTERVAL.toString(), reload.interval()),
					"The time from one look at the files to the next is from 1s to 1h.",
					"Set " + INTERVAL + " to a time from 1s to 1h, such as 10s."));
		}
		String remote = (reload.watchFiles() && this.environment instanceof ConfigurableEnvironment configurable)
				? ConfigLocations.findRemote(configurable) : null;
		if (remote != null) {
			problems.add(Finding.of(RuleId.RELOAD_UNSUPPORTED, null,
					this.handler.value(WATCH_FILES, WATCH_FILES.toString(), true),
					"Files are not watched: %s is imported too, and what it has now is not known without asking it."
						.formatted(remote),
					"Remove %s, and have Spring Cloud refresh the application when the configuration changes."
						.formatted(WATCH_FILES)));
		}
		return problems;
	}

	/**
	 * Blanks around a value are no part of it: a properties file keeps those at the end
	 * of a line, and a variable may end in a carriage return.
	 */
	private static PlaceholdersResolver stripping(PlaceholdersResolver placeholders) {
		return (value) -> {
			Object resolved = placeholders.resolvePlaceholders(value);
			return (resolved instanceof String text) ? text.strip() : resolved;
		};
	}

	private <T> T bind(ConfigurationPropertyName name, Bindable<T> type, T defaultValue) {
		return this.binder.bind(name, type, this.handler).orElse(defaultValue);
	}

	/**
	 * Report text where keys belong, which nothing would read. An empty object of JSON is
	 * no text, and {@code cors} itself may be the variable of something else.
	 */
	private void refuseText(ConfigurationPropertyName name) {
		if (this.others.stream().anyMatch((other) -> other.binds(name, false))) {
			return;
		}
		for (ConfigurationPropertySource source : this.sources) {
			ConfigurationProperty property = source.getConfigurationProperty(name);
			if (property != null) {
				Written written = this.writtenValues.of(property);
				if (!written.text().isEmpty() && !ObjectUtils.isEmpty(property.getValue()) && isNamed(name, source)) {
					this.misplaced.add(InvalidValue.text(name, written));
				}
				return;
			}
		}
	}

	/**
	 * Return whether a source has a key by its own name: a variable of a shorter key is
	 * found by names with dashes, too.
	 */
	private static boolean isNamed(ConfigurationPropertyName name, ConfigurationPropertySource source) {
		return source instanceof IterableConfigurationPropertySource iterable
				&& iterable.stream().anyMatch(name::equals);
	}

	private CorsPolicyDefinition policy(String policy, ConfigurationPropertyName name) {
		Keys keys = new Keys(name);
		return new CorsPolicyDefinition(policy, bind(name.append("enabled"), Bindable.of(boolean.class), true),
				keys.list("paths"), keys.list("allowed-origins"), keys.list("allowed-origin-patterns"),
				keys.list("allowed-origin-regexes"), keys.list("allowed-methods"), keys.list("allowed-headers"),
				keys.list("exposed-headers"), keys.value("allow-credentials", Bindable.of(Boolean.class)),
				keys.value("max-age", SECONDS), keys.value("preflight-status", Bindable.of(Integer.class)),
				keys.value("cross-site-forms", Bindable.of(CrossSiteForms.class)),
				keys.value("timing-allow-origin", Bindable.of(Boolean.class)),
				keys.value("enforcement", Bindable.of(Enforcement.class)),
				keys.value("origin-source", Bindable.of(String.class)));
	}

	private List<OriginSourceDefinition> originSources() {
		List<OriginSourceDefinition> sources = new ArrayList<>();
		for (ConfigurationPropertyName name : this.keys.childrenOf(ORIGIN_SOURCES)) {
			refuseText(name);
			sources.add(originSource(name.getLastElement(Form.ORIGINAL), name));
		}
		return sources;
	}

	private OriginSourceDefinition originSource(String source, ConfigurationPropertyName name) {
		Keys keys = new Keys(name);
		OriginSourceDefinition defaults = OriginSourceDefinition.defaults(source);
		ConfiguredValue<String> tenant = keys.value("tenant", Bindable.of(String.class));
		return new OriginSourceDefinition(defaults.name(), (tenant != null) ? tenant : defaults.tenant(),
				keys.atLeast("refresh-interval", SECONDS, Duration.ZERO, defaults.refreshInterval()),
				keys.atLeast("max-origins-per-tenant", INTEGER, 1, defaults.maxOriginsPerTenant()),
				keys.atLeast("max-origins", INTEGER, 1, defaults.maxOrigins()), maxStaleness(keys),
				bind(name.append("required"), Bindable.of(boolean.class), defaults.required()));
	}

	private static @Nullable Duration maxStaleness(Keys keys) {
		Duration none = Duration.ofSeconds(Long.MAX_VALUE);
		Duration staleness = keys.atLeast("max-staleness", SECONDS, Duration.ofSeconds(1), none);
		return staleness.equals(none) ? null : staleness;
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
	 * Join the words of a rule id that an environment variable cannot join by dashes.
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
	 * Return whether there is surely nothing to bind. To find no element of a list, the
	 * binder compares the names of all properties with its own.
	 */
	private boolean isUnset(ConfigurationPropertyName name) {
		for (ConfigurationPropertySource source : this.sources) {
			if (source.getConfigurationProperty(name) != null
					|| source.containsDescendantOf(name) != ConfigurationPropertyState.ABSENT) {
				return false;
			}
		}
		return true;
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

		@Nullable ConfiguredList list(String key) {
			ConfigurationPropertyName name = this.name.append(key);
			if (isUnset(name)) {
				return null;
			}
			BindResult<List<String>> bound = bind(name, LIST);
			return bound.isBound() ? CorsPropertiesReader.this.handler.list(name, this.prefix + key, bound.get())
					: null;
		}

		<T> @Nullable ConfiguredValue<T> value(String key, Bindable<T> type) {
			ConfigurationPropertyName name = this.name.append(key);
			BindResult<T> bound = bind(name, type);
			return bound.isBound() ? CorsPropertiesReader.this.handler.value(name, this.prefix + key, bound.get())
					: null;
		}

		/**
		 * Return a value that must not be less than another.
		 */
		<T extends Comparable<T>> T atLeast(String key, Bindable<T> type, T least, T defaultValue) {
			ConfiguredValue<T> value = value(key, type);
			if (value == null) {
				return defaultValue;
			}
			if (value.value().compareTo(least) < 0) {
				CorsPropertiesReader.this.outOfRange.add(Finding.of(RuleId.INVALID_VALUE, null, value,
						"The value is less than the least that is possible, %s.".formatted(shown(least)),
						"Set %s to %s or more.".formatted(value.key(), shown(least))));
				return defaultValue;
			}
			return value.value();
		}

		private static String shown(Object value) {
			return (value instanceof Duration duration) ? duration.toSeconds() + "s" : value.toString();
		}

		private <T> BindResult<T> bind(ConfigurationPropertyName name, Bindable<T> type) {
			return CorsPropertiesReader.this.binder.bind(name, type, CorsPropertiesReader.this.handler);
		}

	}

}
