package io.github.corsstarter.validation.rule;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.GoverningPolicy;
import io.github.corsstarter.validation.subject.Remedy;
import org.jspecify.annotations.Nullable;

/**
 * {@code ineffective-header}: request headers that scripts cannot set, and response
 * headers that scripts can always or never read.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#forbidden-request-header">Fetch standard,
 * Forbidden request-header</a>
 * @see <a href=
 * "https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name">Fetch standard,
 * CORS-safelisted response-header name</a>
 */
public final class IneffectiveHeaderRule implements PolicyRule {

	private static final Set<String> FORBIDDEN_REQUEST_HEADERS = Set.of("accept-charset", "accept-encoding",
			"access-control-request-headers", "access-control-request-method", "connection", "content-length", "cookie",
			"cookie2", "date", "dnt", "expect", "host", "keep-alive", "origin", "referer", "set-cookie", "te",
			"trailer", "transfer-encoding", "upgrade", "via");

	private static final Set<String> SAFELISTED_RESPONSE_HEADERS = Set.of("cache-control", "content-language",
			"content-length", "content-type", "expires", "last-modified", "pragma");

	private static final Set<String> FORBIDDEN_RESPONSE_HEADERS = Set.of("set-cookie", "set-cookie2");

	@Override
	public void check(GoverningPolicy policy, Deployment deployment, Consumer<Finding> findings) {
		for (ConfiguredValue<String> header : policy.effective().allowedHeaders().values()) {
			report(policy, header, requestProblem(header.value().toLowerCase(Locale.ROOT)), findings);
		}
		for (ConfiguredValue<String> header : policy.effective().exposedHeaders().values()) {
			report(policy, header, responseProblem(header.value().toLowerCase(Locale.ROOT)), findings);
		}
	}

	private static void report(GoverningPolicy policy, ConfiguredValue<String> header, @Nullable String problem,
			Consumer<Finding> findings) {
		if (problem != null) {
			findings
				.accept(Finding.of(RuleId.INEFFECTIVE_HEADER, policy.name(), header, problem, Remedy.remove(header)));
		}
	}

	private static @Nullable String requestProblem(String header) {
		boolean forbidden = FORBIDDEN_REQUEST_HEADERS.contains(header) || header.startsWith("proxy-")
				|| header.startsWith("sec-");
		return forbidden ? "Browsers let no script set this request header, so no preflight ever asks for it." : null;
	}

	private static @Nullable String responseProblem(String header) {
		if (SAFELISTED_RESPONSE_HEADERS.contains(header)) {
			return "Every script that may read the response may read this header anyway.";
		}
		return FORBIDDEN_RESPONSE_HEADERS.contains(header)
				? "Browsers never show this response header to scripts, exposed or not." : null;
	}

}
