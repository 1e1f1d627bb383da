package io.github.corsstarter.autoconfigure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.config.ReservedPaths;
import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.EffectivePolicy;
import io.github.corsstarter.reload.ApplicationSources;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.report.CorsPolicyException;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.PathGovernance;
import io.github.corsstarter.validation.source.SourceContent;
import io.github.corsstarter.web.PathPatternGovernance;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.env.Environment;

/**
 * Reads and judges the application's CORS configuration outside of {@code cors.*} as soon
 * as all of it exists, which is before any port is open. An error stops the start as one
 * of the policies does.
 */
class SourceInspection implements SmartInitializingSingleton, ApplicationSources {

	private static final Log logger = LogFactory.getLog(SourceInspection.class);

	private final ObjectProvider<CorsSourceInspectors> inspectors;

	private final ObjectProvider<CorsPolicies> policies;

	private final ObjectProvider<StagedValidation> validation;

	private final OwnPolicies own;

	private final CorsSettings settings;

	private final Environment environment;

	private @Nullable StagedValidation started;

	private @Nullable List<String> reservedPaths;

	private volatile @Nullable ApplicationReport report;

	/**
	 * Create the inspection.
	 * @param inspectors read the configuration
	 * @param policies the policies in force
	 * @param validation the validation of the properties, if they make the policies
	 * @param own judges the policies otherwise
	 * @param settings what was configured
	 * @param environment where the settings of actuator and GraphQL are
	 */
	SourceInspection(ObjectProvider<CorsSourceInspectors> inspectors, ObjectProvider<CorsPolicies> policies,
			ObjectProvider<StagedValidation> validation, OwnPolicies own, CorsSettings settings,
			Environment environment) {
		this.inspectors = inspectors;
		this.policies = policies;
		this.validation = validation;
		this.own = own;
		this.settings = settings;
		this.environment = environment;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (AotProcessing.isActive() || !this.settings.enabled()) {
			return;
		}
		List<JudgedSource> sources = judge(read());
		ValidationReport validationReport = validate(sources);
		stopIfUnsafe(validationReport);
		StartupLog.write(validationReport);
		this.report = new ApplicationReport(validationReport, sources);
	}

	/**
	 * Looks for what was registered since. It is too late to refuse it, and a line in the
	 * log says so.
	 */
	synchronized void lookAgain() {
		ApplicationReport before = this.report;
		if (before == null) {
			return;
		}
		List<JudgedSource> sources = judge(read());
		List<JudgedSource> late = new ArrayList<>(sources);
		late.removeAll(before.sources());
		if (!late.isEmpty()) {
			ValidationReport validationReport = validate(late);
			StartupLog.writeLate(validationReport, before.validation());
			this.report = new ApplicationReport(validationReport, sources);
		}
	}

	/**
	 * The context logs the message of what is thrown here, ahead of the whole report: it
	 * must not be the report itself.
	 */
	private static void stopIfUnsafe(ValidationReport report) {
		try {
			report.throwIfUnsafe();
		}
		catch (CorsPolicyException ex) {
			throw new ApplicationContextException("CORS configuration stops the start", ex);
		}
	}

	private List<CorsSource> read() {
		List<CorsSource> sources = new ArrayList<>();
		for (CorsSourceInspectors all : this.inspectors.orderedStream().toList()) {
			for (CorsSourceInspector inspector : all.inspectors()) {
				sources.addAll(read(inspector));
			}
		}
		if (sources.size() > 1) {
			sources.sort(Comparator.comparing(CorsSource::kind));
		}
		return sources;
	}

	private static List<CorsSource> read(CorsSourceInspector inspector) {
		try {
			return inspector.inspect();
		}
		catch (RuntimeException | LinkageError ex) {
			String kind = inspector.kind().id();
			logger.warn("CORS configuration of the kind '" + kind + "' cannot be read and is not judged", ex);
			return List.of(CorsSource.code(inspector.kind(), kind, List.of(),
					new SourceContent.Opaque("Reading it failed with " + ex + ".")));
		}
	}

	private List<JudgedSource> judge(List<CorsSource> sources) {
		return sources.isEmpty() ? List.of() : judge(sources, this.policies.getObject().policies());
	}

	private List<JudgedSource> judge(List<CorsSource> sources, List<CorsPolicy> policies) {
		List<String> reserved = this.reservedPaths;
		if (reserved == null) {
			// As they are when the paths of the policies are mapped
			reserved = ReservedPaths.of(this.environment);
			this.reservedPaths = reserved;
		}
		PathGovernance governance = new PathPatternGovernance(policies, reserved,
				this.policies.getObject().table().isCaseSensitive());
		return sources.stream().map((source) -> JudgedSource.of(source, governance)).toList();
	}

	private ValidationReport validate(List<JudgedSource> sources) {
		return validation().complete(definitions(this.policies.getObject().policies()), sources);
	}

	private static List<EffectivePolicy> definitions(List<CorsPolicy> policies) {
		List<EffectivePolicy> definitions = new ArrayList<>();
		for (CorsPolicy policy : policies) {
			definitions.add(policy.definition());
		}
		return definitions;
	}

	@Override
	public synchronized ApplicationReport judge(StagedValidation validation, List<CorsPolicy> policies) {
		ApplicationReport known = this.report;
		List<CorsSource> sources = (known != null) ? known.sources().stream().map(JudgedSource::source).toList()
				: List.of();
		List<JudgedSource> judged = sources.isEmpty() ? List.of() : judge(sources, policies);
		return new ApplicationReport(validation.complete(definitions(policies), judged), judged);
	}

	@Override
	public synchronized void replace(StagedValidation validation, ApplicationReport report) {
		this.started = validation;
		this.report = (this.report != null) ? report : null;
	}

	private StagedValidation validation() {
		StagedValidation validation = this.started;
		if (validation == null) {
			validation = this.validation
				.getIfAvailable(() -> this.own.judge(this.policies.getObject(), this.settings.input()));
			this.started = validation;
		}
		return validation;
	}

	/**
	 * Return what is known.
	 * @return the report, or {@code null} as long as not all of the application exists
	 */
	@Nullable ApplicationReport report() {
		return this.report;
	}

}
