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
import io.github.corsstarter.reload.Reloader;
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
import org.springframework.context.annotation.Conditional;
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
@Conditional(OnCorsEnabledCondition.class)
@Import({ CorsServletConfiguration.class, CorsReactiveConfiguration.class, CorsReportConfiguration.class,
		CorsOriginSourcesConfiguration.class })
public final class CorsAutoConfiguration {

	// Parameters are named as the beans that they take, here and in what is imported:
	// before a web server is there, Spring goes through all beans for any other name

	@Bean
	CorsSettings corsSettings(Environment environment, ConfigurableListableBeanFactory beanFactory) {
		return new CorsPropertiesReader(environment, () -> SharedPrefix.find(beanFactory)).read();
	}

	@Bean
	@ConditionalOnMissingBean
	CorsRejectionLog corsRejectionLog(CorsSettings corsSettings) {
		return new CorsRejectionLog(corsSettings.logRejections(), Clock.systemUTC());
	}

	@Bean
	static LazyInitializationExcludeFilter corsPoliciesLazyInitializationExcludeFilter() {
		return LazyInitializationExcludeFilter.forBeanTypes(CorsPolicies.class, PathCase.class, SourceInspection.class);
	}

	@Bean
	SourceInspection corsSourceInspection(ObjectProvider<CorsSourceInspectors> inspectors,
			ObjectProvider<CorsPolicies> corsPolicies, ObjectProvider<StagedValidation> corsValidation,
			OwnPolicies corsOwnPolicies, CorsSettings corsSettings, Environment environment) {
		return new SourceInspection(inspectors, corsPolicies, corsValidation, corsOwnPolicies, corsSettings,
				environment);
	}

	@Bean
	static OwnPolicies corsOwnPolicies(ObjectProvider<PoliciesInForce> corsPoliciesInForce) {
		return new OwnPolicies(corsPoliciesInForce);
	}

	@Bean
	LateInspection corsLateInspection(SourceInspection corsSourceInspection) {
		return new LateInspection(corsSourceInspection);
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
		BeanOrigins corsBeanOrigins(ListableBeanFactory beanFactory) {
			return new BeanOrigins(beanFactory);
		}

		@Bean
		StagedValidation corsValidation(CorsSettings corsSettings, BeanOrigins corsBeanOrigins) {
			return new PolicyValidator(new PathPatternSyntax()).start(corsBeanOrigins.check(corsSettings.input()));
		}

		@Bean
		ValidationReport corsValidationReport(StagedValidation corsValidation) {
			return corsValidation.policies();
		}

		@Bean
		PoliciesInForce corsPoliciesInForce(CorsSettings corsSettings, ValidationReport corsValidationReport,
				BeanOrigins corsBeanOrigins, Environment environment) {
			if (AotProcessing.isActive() || !corsSettings.enabled()) {
				return new PoliciesInForce(corsSettings, PathPatternMapping.of(List.of(), List.of()), corsBeanOrigins);
			}
			corsValidationReport.throwIfUnsafe();
			PathPatternMapping paths = PathPatternMapping.of(corsBeanOrigins.compile(corsSettings),
					ReservedPaths.of(environment));
			return new PoliciesInForce(corsSettings, paths, corsBeanOrigins);
		}

		@Bean
		CorsPolicies corsPolicies(PoliciesInForce corsPoliciesInForce, CorsSettings corsSettings) {
			CorsPolicies policies = new CorsPolicies(corsPoliciesInForce::current);
			if (!AotProcessing.isActive() && corsSettings.enabled()) {
				StartupLog.write(policies);
			}
			return policies;
		}

		@Lazy
		@Bean
		CorsPolicyReloader corsPolicyReloader(OnDemand<Reloader> corsReloader) {
			return corsReloader.get().calls();
		}

		/**
		 * What triggers a reload has this reloader, and not the bean of the application's
		 * own code, which may be wrapped. Nothing of it is loaded before it is needed.
		 */
		@Bean
		OnDemand<Reloader> corsReloader(PoliciesInForce corsPoliciesInForce, CorsSettings corsSettings,
				ConfigurableEnvironment environment, ObjectProvider<SourceInspection> corsSourceInspection,
				ObjectProvider<ReloadListener> listeners, ConfigurableApplicationContext context) {
			return new OnDemand<>(() -> new Reloader(corsPoliciesInForce, corsSettings, environment,
					corsSourceInspection.getObject(), () -> SharedPrefix.find(context.getBeanFactory()),
					ClassUtils.isPresent(RefreshListener.EVENT, context.getClassLoader()),
					listeners.orderedStream().toList(), context));
		}

		@Bean
		FileWatcher corsFileWatcher(CorsSettings corsSettings, OnDemand<Reloader> corsReloader) {
			return new FileWatcher(corsSettings.reload(), corsReloader::get);
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
			RefreshListener corsRefreshListener(CorsSettings corsSettings, OnDemand<Reloader> corsReloader) {
				return new RefreshListener(corsSettings.reload(), corsReloader.get());
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
		WebServerFactoryCustomizer<WebServerFactory> corsPoliciesWebServerFactoryCustomizer(CorsPolicies corsPolicies) {
			return (factory) -> {
			};
		}

	}

}
