package io.github.corsstarter.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.wire.HttpHeader;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.mock.web.MockServletContext;
import org.springframework.util.ClassUtils;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/**
 * The policies of a policy set, asked directly: no server, no filter.
 */
final class DecisionFunction implements ConformanceTarget {

	/** By its name, because these classes are there before it: its own tests use them. */
	private static final Class<?> AUTO_CONFIGURATION = ClassUtils
		.resolveClassName("io.github.corsstarter.autoconfigure.CorsAutoConfiguration", null);

	private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();

	private final String contextPath;

	private DecisionFunction(PolicySet policies) {
		ConfigurableEnvironment environment = this.context.getEnvironment();
		environment.getPropertySources().addFirst(policies.properties());
		ConfigurationPropertySources.attach(environment);
		this.contextPath = environment.getProperty("server.servlet.context-path", "");
		this.context.setServletContext(new MockServletContext());
		this.context.register(AUTO_CONFIGURATION);
		this.context.refresh();
	}

	static DecisionFunction of(PolicySet policies) {
		return new DecisionFunction(policies);
	}

	@Override
	public Answer answer(ConformanceCase request) {
		CorsDecision decision = this.context.getBean(CorsPolicies.class).decide(corsRequest(request));
		return new Answer(decision.isFinal() ? 0 : 1, decision.isFinal() ? decision.status() : 200, headers(decision),
				null, reason(decision));
	}

	private CorsRequest corsRequest(ConformanceCase request) {
		return CorsRequest.builder(request.method(), path(request.target()))
			.sentTo(request.arrives().getScheme(), request.arrives().getHost(), request.arrives().getPort())
			.origin(oneValue(request, "Origin"))
			.requestMethod(oneValue(request, "Access-Control-Request-Method"))
			.requestHeaders(request.lines("Access-Control-Request-Headers").toArray(String[]::new))
			.fetchSite(request.lines("Sec-Fetch-Site").toArray(String[]::new))
			.fetchMode(oneValue(request, "Sec-Fetch-Mode"))
			.build();
	}

	private String path(String target) {
		String path = target.contains("?") ? target.substring(0, target.indexOf('?')) : target;
		return path.substring(this.contextPath.length());
	}

	private static @Nullable String oneValue(ConformanceCase request, String header) {
		List<String> lines = request.lines(header);
		return lines.isEmpty() ? null : String.join(", ", lines);
	}

	private static List<HttpHeader> headers(CorsDecision decision) {
		List<HttpHeader> headers = new ArrayList<>();
		decision.headers().forEach((name, value) -> headers.add(new HttpHeader(name, value)));
		decision.vary().forEach((token) -> headers.add(new HttpHeader("Vary", token)));
		return headers;
	}

	private static @Nullable String reason(CorsDecision decision) {
		return (decision.reason() != null) ? Objects.requireNonNull(decision.reason()).toString() : null;
	}

	@Override
	public void close() {
		this.context.close();
	}

}
