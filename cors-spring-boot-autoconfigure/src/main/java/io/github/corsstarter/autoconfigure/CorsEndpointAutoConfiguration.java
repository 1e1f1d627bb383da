package io.github.corsstarter.autoconfigure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.github.corsstarter.actuate.CorsEndpoint;
import io.github.corsstarter.actuate.CorsEndpointReactiveExtension;
import io.github.corsstarter.actuate.CorsEndpointServletExtension;
import io.github.corsstarter.actuate.CorsRejections;
import io.github.corsstarter.config.CorsPropertiesReader;
import io.github.corsstarter.config.CorsSettings;
import io.github.corsstarter.config.EnabledProperty;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.reload.CorsPolicyReloader;
import io.github.corsstarter.reload.ReloadStatus;
import io.github.corsstarter.report.CorsReport;
import io.github.corsstarter.validation.RefusedOrigins;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.source.ApplicationReport;
import io.github.corsstarter.validation.subject.ValidationInput;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.web.filter.ForwardedHeaderFilter;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for {@link CorsEndpoint}. It is also
 * there when {@code cors.enabled} is false, and says so.
 */
@AutoConfiguration(after = CorsAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(endpoint = CorsEndpoint.class)
public final class CorsEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CorsRejections corsRejections() {
		return new CorsRejections(Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean
	CorsEndpoint corsEndpoint(ObjectProvider<CorsSettings> settings, ObjectProvider<CorsPolicies> policies,
			ObjectProvider<ValidationReport> report, ObjectProvider<SourceInspection> inspection,
			ObjectProvider<OnDemand<CorsReport>> reports, ObjectProvider<WholeApplication> application,
			ObjectProvider<CorsPolicyReloader> reloader, Environment environment, ListableBeanFactory beanFactory,
			CorsRejections rejections) {
		CorsSettings enabled = EnabledProperty.isEnabled(environment) ? settings.getIfAvailable() : null;
		if (enabled == null) {
			CorsSettings disabled = new CorsPropertiesReader(environment).read();
			ApplicationReport nothing = new ApplicationReport(nothingFound(disabled), List.of());
			return new CorsEndpoint(null, () -> nothing, null, rejections, disabled::snapshot,
					Map.of("report", () -> Map.of("policies", List.of())), () -> null);
		}
		ApplicationReport early = new ApplicationReport(report.getIfAvailable(() -> nothingFound(enabled)), List.of());
		SourceInspection complete = inspection.getObject();
		CorsPolicies inForce = policies.getObject();
		Supplier<ApplicationReport> known = () -> withRefusedOrigins(
				Objects.requireNonNullElse(complete.report(), early), inForce, enabled.input());
		return new CorsEndpoint(inForce, known, filter(beanFactory), rejections, enabled::snapshot,
				Map.of("report", () -> report(reports), "migration",
						() -> new MigrationView(application::getObject, known).get()),
				() -> status(reloader.getIfAvailable()));
	}

	private static @Nullable ReloadStatus status(@Nullable CorsPolicyReloader reloader) {
		return (reloader != null) ? reloader.status() : null;
	}

	private static ApplicationReport withRefusedOrigins(ApplicationReport report, CorsPolicies policies,
			ValidationInput input) {
		List<Violation> refused = RefusedOrigins.find(policies.table().all(), input);
		return refused.isEmpty() ? report : new ApplicationReport(report.validation().with(refused), report.sources());
	}

	private static Map<String, Object> report(ObjectProvider<OnDemand<CorsReport>> reports) {
		OnDemand<CorsReport> report = reports.getIfAvailable();
		return (report != null) ? report.get().toMembers() : Map.of("policies", List.of());
	}

	private static ValidationReport nothingFound(CorsSettings settings) {
		return ValidationReport.nothingFound(settings.input().deployment());
	}

	private static CorsEndpoint.@Nullable FilterDescriptor filter(ListableBeanFactory beanFactory) {
		if (beanFactory.containsBean("corsPolicyFilterRegistration")) {
			return filter(beanFactory, "servlet", "corsPolicyFilterRegistration");
		}
		if (beanFactory.containsBean("corsPolicyWebFilter")) {
			return filter(beanFactory, "reactive", "corsPolicyWebFilter");
		}
		return null;
	}

	private static CorsEndpoint.FilterDescriptor filter(ListableBeanFactory beanFactory, String type, String bean) {
		return new CorsEndpoint.FilterDescriptor(type, beanFactory.getBean(bean, Ordered.class).getOrder());
	}

	/**
	 * The view of the endpoint on the servlet stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class ServletExtension {

		@Bean
		@ConditionalOnMissingBean
		CorsEndpointServletExtension corsEndpointServletExtension(CorsEndpoint endpoint, Environment environment,
				ObjectProvider<FilterRegistrationBean<ForwardedHeaderFilter>> registrations,
				ObjectProvider<ForwardedHeaderFilter> filters) {
			Stream<Filter> registered = registrations.stream().map(FilterRegistrationBean::getFilter);
			return new CorsEndpointServletExtension(endpoint, environment,
					Stream.concat(registered, filters.stream())
						.findFirst()
						.orElse((request, response, chain) -> chain.doFilter(request, response)));
		}

	}

	/**
	 * The view of the endpoint on the reactive stack.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveExtension {

		@Bean
		@ConditionalOnMissingBean
		CorsEndpointReactiveExtension corsEndpointReactiveExtension(CorsEndpoint endpoint, Environment environment) {
			return new CorsEndpointReactiveExtension(endpoint, environment);
		}

		@Bean
		@ConditionalOnMissingBean
		ServerWebExchangeContextFilter corsServerWebExchangeContextFilter() {
			return new ServerWebExchangeContextFilter();
		}

	}

}
