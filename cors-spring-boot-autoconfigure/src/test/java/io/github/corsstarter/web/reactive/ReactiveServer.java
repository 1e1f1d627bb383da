package io.github.corsstarter.web.reactive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.web.FilteredServer;
import io.github.corsstarter.wire.RawReply;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * A real Netty with WebFlux, Boot's error handling and nothing of this project but the
 * filter and its exception handler.
 */
final class ReactiveServer implements FilteredServer {

	private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

	private final List<CorsDecision> decisions = new CopyOnWriteArrayList<>();

	private final ConfigurableApplicationContext context;

	private final int port;

	private ReactiveServer(CorsPolicies policies, Map<String, Object> properties, Class<?>... configurations) {
		SpringApplication application = new SpringApplication(configurations);
		application.addPrimarySources(List.of(Web.class));
		application.setWebApplicationType(WebApplicationType.REACTIVE);
		application.setLogStartupInfo(false);
		application.setDefaultProperties(properties);
		CorsPolicyWebFilter filter = new CorsPolicyWebFilter(policies,
				(request, decision) -> this.decisions.add(decision), FILTER_ORDER);
		CorsPolicyExceptionHandler exceptionHandler = new CorsPolicyExceptionHandler(filter);
		application.addInitializers((context) -> {
			GenericApplicationContext beans = (GenericApplicationContext) context;
			beans.registerBean("policyFilter", CorsPolicyWebFilter.class, () -> filter);
			beans.registerBean("policyExceptionHandler", CorsPolicyExceptionHandler.class, () -> exceptionHandler);
		});
		this.context = application.run();
		this.port = this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	static ReactiveServer start(CorsPolicies policies, Class<?>... configurations) {
		return new ReactiveServer(policies,
				Map.of("server.port", "0", "spring.main.banner-mode", "off", "logging.level.root", "off"),
				configurations);
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

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, JacksonAutoConfiguration.class,
			CodecsAutoConfiguration.class, NettyReactiveWebServerAutoConfiguration.class,
			HttpHandlerAutoConfiguration.class, WebFluxAutoConfiguration.class, ErrorWebFluxAutoConfiguration.class })
	static class Web {

	}

}
