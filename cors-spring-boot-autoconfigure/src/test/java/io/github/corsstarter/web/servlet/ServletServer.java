package io.github.corsstarter.web.servlet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.FilteredServer;
import io.github.corsstarter.wire.RawReply;
import jakarta.servlet.DispatcherType;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * A real Tomcat with Spring MVC, Boot's error page and nothing of this project but the
 * filter.
 */
final class ServletServer implements FilteredServer {

	static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	private final List<CorsDecision> decisions = new CopyOnWriteArrayList<>();

	private final ConfigurableApplicationContext context;

	private final int port;

	private ServletServer(CorsPolicies policies, Map<String, Object> properties, Class<?>... configurations) {
		SpringApplication application = new SpringApplication(configurations);
		application.addPrimarySources(List.of(Web.class));
		application.setWebApplicationType(WebApplicationType.SERVLET);
		application.setLogStartupInfo(false);
		application.setDefaultProperties(properties);
		CorsPolicyFilter filter = new CorsPolicyFilter(policies, (request, decision) -> this.decisions.add(decision));
		application.addInitializers((context) -> ((GenericApplicationContext) context).registerBean("policyFilter",
				FilterRegistrationBean.class, () -> registration(filter)));
		this.context = application.run();
		this.port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	static ServletServer start(CorsPolicies policies, Class<?>... configurations) {
		return startAt("", policies, configurations);
	}

	static ServletServer startAt(String contextPath, CorsPolicies policies, Class<?>... configurations) {
		return new ServletServer(policies, Map.of("server.port", "0", "spring.main.banner-mode", "off",
				"logging.level.root", "off", "server.servlet.context-path", contextPath), configurations);
	}

	private static FilterRegistrationBean<CorsPolicyFilter> registration(CorsPolicyFilter filter) {
		FilterRegistrationBean<CorsPolicyFilter> registration = new FilterRegistrationBean<>(filter);
		registration.setOrder(FILTER_ORDER);
		registration.setDispatcherTypes(
				EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD));
		return registration;
	}

	@Override
	public RawReply send(String request, String... headers) {
		this.decisions.clear();
		return RawReply.to(this.port, request, headers);
	}

	@Override
	public List<CorsDecision> decisions() {
		return this.decisions;
	}

	int port() {
		return this.port;
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, JacksonAutoConfiguration.class,
			HttpMessageConvertersAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
			DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class })
	static class Web {

	}

}
