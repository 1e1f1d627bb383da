package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.List;

import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.config.ReservedPaths;
import io.github.corsstarter.config.SharedPrefix;
import io.github.corsstarter.inspect.CorsSourceInspectors;
import io.github.corsstarter.inspect.FurtherContexts;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.reload.FileWatcher;
import io.github.corsstarter.reload.PoliciesInForce;
import io.github.corsstarter.reload.RefreshListener;
import io.github.corsstarter.reload.ReloadListener;
import io.github.corsstarter.reload.SnapshotReloader;
import io.github.corsstarter.source.OriginSources;
import io.github.corsstarter.validation.PolicyValidator;
import io.github.corsstarter.validation.StagedValidation;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.web.CorsRejectionLog;
import io.github.corsstarter.web.PathPatternMapping;
import io.github.corsstarter.web.PathPatternSyntax;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.WebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for CORS policies: reads, validates
 * and compiles what is configured below {@code cors}, and registers the filter of the
 * stack in use.
 */
@AutoConfiguration
@ConditionalOnWebApplication
@ConditionalOnCorsEnabled
@Import({ CorsServletConfiguration.class, CorsReactiveConfiguration.class, CorsReportConfiguration.class,
		CorsOriginSourcesConfiguration.class })
public final class CorsAutoConfiguration {

	@Bean
	CorsSettings corsSettings(Environment environment, ConfigurableListableBeanFactory beanFactory) {
		return new CorsPropertiesReader(environment, () -> SharedPrefix.find(beanFactory)).read();
	}

	@Bean
	@ConditionalOnMissingBean
	CorsRejectionLog corsRejectionLog(CorsSettings settings) {
		return new CorsRejectionLog(settings.logRejections(), Clock.systemUTC());
	}

	@Bean
	static LazyInitializationExcludeFilter corsPoliciesLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(CorsPolicies.class, PathCase.class, SourceInspection.class);
	}

	@Bean
	SourceInspection corsSourceInspection(ObjectProvider<CorsSourceInspectors> inspectors,
			ObjectProvider<CorsPolicies> policies, ObjectProvider<StagedValidation> validation, OwnPolicies own,
			CorsSettings settings, Environment environment) {
		return new SourceInspection(inspectors, policies, validation, own, settings, environment);
	}

	@Bean
	static OwnPolicies corsOwnPolicies(ObjectProvider<PoliciesInForce> configured) {
		return new OwnPolicies(configured);
	}

	@Bean
	LateInspection corsLateInspection(SourceInspection inspection) {
		return new LateInspection(inspection);
	}

	@Bean
	static FurtherContexts corsFurtherContexts() {
		return new FurtherContexts();
	}

	/**
	 * The policies that the properties define. An application's own policies replace
	 * them, and are judged in their place.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(CorsPolicies.class)
	static class ConfiguredPolicies {

		@Bean
		BeanOrigins corsBeanOrigins(ListableBeanFactory beanFactory, ObjectProvider<OriginSources> sources) {
			return new BeanOrigins(beanFactory, sources);
		}

		@Bean
		StagedValidation corsValidation(CorsSettings settings, BeanOrigins origins) {
			return new PolicyValidator(new PathPatternSyntax()).start(origins.check(settings.input()));
		}

		@Bean
		ValidationReport corsValidationReport(StagedValidation validation) {
			return validation.policies();
		}

		@Bean
		PoliciesInForce corsPoliciesInForce(CorsSettings settings, ValidationReport report, BeanOrigins origins,
				Environment environment) {
			if (AotProcessing.isActive() || !settings.enabled()) {
				return new PoliciesInForce(settings, PathPatternMapping.of(List.of(), List.of()), origins);
			}
			report.throwIfUnsafe();
			PathPatternMapping paths = PathPatternMapping.of(origins.compile(settings), ReservedPaths.of(environment));
			return new PoliciesInForce(settings, paths, origins);
		}

		@Bean
		CorsPolicies corsPolicies(PoliciesInForce inForce, CorsSettings settings) {
			CorsPolicies policies = new CorsPolicies(inForce::current);
			if (!AotProcessing.isActive() && settings.enabled()) {
				StartupLog.write(policies);
			}
			return policies;
		}

		@Lazy
		@Bean
		CorsPolicyReloader corsPolicyReloader(OnDemand<SnapshotReloader> reloader) {
			return reloader.get().calls();
		}

		/**
		 * What triggers a reload has this reloader, and not the bean of the application's
		 * own code, which may be wrapped. Nothing of it is loaded before it is needed.
		 */
		@Bean
		OnDemand<SnapshotReloader> corsSnapshotReloader(PoliciesInForce inForce, CorsSettings settings,
				ConfigurableEnvironment environment, ObjectProvider<SourceInspection> inspection,
				ObjectProvider<ReloadListener> listeners, ConfigurableApplicationContext context) {
			return new OnDemand<>(() -> new SnapshotReloader(inForce, settings, environment, inspection.getObject(),
					() -> SharedPrefix.find(context.getBeanFactory()),
					ClassUtils.isPresent(RefreshListener.EVENT, context.getClassLoader()),
					listeners.orderedStream().toList(), context));
		}

		@Bean
		FileWatcher corsFileWatcher(CorsSettings settings, OnDemand<SnapshotReloader> reloader) {
			return new FileWatcher(settings.reload(), reloader::get);
		}

		/**
		 * Obeys the refreshes of Spring Cloud.
		 */
		@Configuration(proxyBeanMethods = false)
		@ConditionalOnClass(name = RefreshListener.EVENT)
		static class Refreshes {

			/**
			 * The reloader is there from the start on, because a refresh replaces what
			 * the application was started with.
			 */
			@Bean
			RefreshListener corsRefreshListener(CorsSettings settings, OnDemand<SnapshotReloader> reloader) {
				return new RefreshListener(settings.reload(), reloader.get());
			}

		}

	}

	/**
	 * Has the policies judged before a web server is made. Filters are created while the
	 * server starts: it would log the whole report before it fails, and the reader would
	 * find it twice.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(WebServerFactoryCustomizer.class)
	static class JudgedBeforeWebServer {

		@Bean
		WebServerFactoryCustomizer<WebServerFactory> corsPoliciesWebServerFactoryCustomizer(CorsPolicies policies) {
			return (factory) -> {
			};
		}

	}

}
