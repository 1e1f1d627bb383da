package io.github.corsstarter.config.loader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.config.EnabledProperty;
import io.github.corsstarter.config.ReservedPaths;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.PropertiesInspectors;
import io.github.corsstarter.inspect.servlet.ServletPath;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.web.PathPatternGovernance;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.PlaceholderResolutionException;

/**
 * What is known of an application's CORS policies from its configuration alone, without
 * starting it: whether it would start, what its policies are, and what they decide.
 * Immutable.
 */
public final class ConfiguredApplication {

	/** What the configuration alone does not show. */
	public static final List<String> NOT_JUDGED = List.of("annotations, mappings and filters",
			"what main sets on SpringApplication", "@PropertySource", "the application's own post-processors",
			"beans of origin sources", "config servers that cannot be reached");

	private final boolean enabled;

	private final CorsSettings settings;

	private final ValidationReport report;

	private final List<JudgedSource> sources;

	private final @Nullable CorsPolicies policies;

	private ConfiguredApplication(boolean enabled, CorsSettings settings, ValidationReport report,
			List<JudgedSource> sources, @Nullable CorsPolicies policies) {
		this.enabled = enabled;
		this.settings = settings;
		this.report = report;
		this.sources = List.copyOf(sources);
		this.policies = policies;
	}

	/**
	 * Read a configuration and judge it as a start does: what is below {@code cors} first
	 * and, if that stops nothing, what other properties say about CORS.
	 * @param configuration reads it
	 * @param classLoader tells which libraries the application has
	 * @return what is known
	 * @throws UnreadableConfigurationException if a start could not read it either
	 */
	public static ConfiguredApplication read(EnvironmentLoader configuration, @Nullable ClassLoader classLoader) {
		ConfigurableEnvironment environment = configuration.load();
		try {
			return of(environment, classLoader);
		}
		catch (PlaceholderResolutionException | BindException ex) {
			throw UnreadableConfigurationException.of(ex, environment);
		}
	}

	private static ConfiguredApplication of(Environment environment, @Nullable ClassLoader classLoader) {
		CorsSettings settings = new CorsPropertiesReader(environment, () -> DeclaredPrefixes.in(classLoader)).read();
		Deployment deployment = settings.input().deployment();
		if (!EnabledProperty.isEnabled(environment)) {
			return new ConfiguredApplication(false, settings, ValidationReport.nothingFound(deployment), List.of(),
					null);
		}
		StagedValidation validation = new PolicyValidator(new PathPatternSyntax()).start(settings.input());
		ValidationReport properties = validation.policies();
		if (!properties.isValid()) {
			return new ConfiguredApplication(true, settings, properties, List.of(), null);
		}
		List<String> reservedPaths = ReservedPaths.of(environment);
		CorsPolicies policies = new CorsPolicies(PathPatternMapping.of(settings.compile(), reservedPaths));
		List<CorsPolicy> governing = policies.policies();
		List<JudgedSource> sources = sources(environment, classLoader).stream()
			.map((source) -> JudgedSource.of(source, new PathPatternGovernance(governing, reservedPaths, true)))
			.toList();
		if (!properties.errors().isEmpty()) {
			return new ConfiguredApplication(true, settings, properties, sources, policies);
		}
		List<EffectivePolicy> effective = governing.stream().map(CorsPolicy::definition).toList();
		return new ConfiguredApplication(true, settings, validation.complete(effective, sources), sources, policies);
	}

	private static List<CorsSource> sources(Environment environment, @Nullable ClassLoader classLoader) {
		List<CorsSource> sources = new ArrayList<>();
		String servletPath = new ServletPath(environment.getProperty("spring.mvc.servlet.path", "/")).prefix();
		for (CorsSourceInspector inspector : PropertiesInspectors.of(environment, classLoader, servletPath)) {
			sources.addAll(inspector.inspect());
		}
		sources.sort(Comparator.comparing(CorsSource::kind));
		return sources;
	}

	/**
	 * Return what an answer about an application ends with that was not started.
	 * @return what is {@linkplain #NOT_JUDGED not judged}, in one line
	 */
	public static String closingLine() {
		return "Not judged: " + String.join("; ", NOT_JUDGED) + ".";
	}

	/**
	 * Return whether the policies apply.
	 * @return {@code false} if {@code cors.enabled} is false
	 */
	public boolean isEnabled() {
		return this.enabled;
	}

	/**
	 * Return what was configured below {@code cors}.
	 * @return what was read, valid or not
	 */
	public CorsSettings settings() {
		return this.settings;
	}

	/**
	 * Return what a start would report.
	 * @return the report, empty if the policies do not apply
	 */
	public ValidationReport report() {
		return this.report;
	}

	/**
	 * Return the policies as they are committed and compared.
	 * @return a snapshot without any policy if they do not apply
	 * @throws IllegalStateException if a configuration rule is broken
	 */
	public CorsSnapshot snapshot() {
		if (!this.report.isValid()) {
			throw new IllegalStateException("A policy that is not valid has no snapshot");
		}
		return this.settings.snapshot((this.policies != null) ? this.policies.table() : null);
	}

	/**
	 * Return CORS configuration in the properties of others.
	 * @return what was found; empty if a configuration rule is broken
	 */
	public List<JudgedSource> sources() {
		return this.sources;
	}

	/**
	 * Return the policies, safe or not.
	 * @return the policies, or {@code null} if they do not apply or a configuration rule
	 * is broken
	 */
	public @Nullable CorsPolicies policies() {
		return this.policies;
	}

}
