package io.github.corsstarter.validation.rule;

import java.util.List;
import java.util.function.Consumer;

import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.SourceConfiguration;
import io.github.corsstarter.validation.subject.SourceSubject;

/**
 * Says what the origins of a WebSocket endpoint mean, which are no CORS configuration: a
 * handshake brings cookies along whatever is allowed, there is no setting for
 * credentials, and on a governed path the policy decides first.
 */
public final class WebSocketWording implements Consumer<Finding> {

	private final JudgedSource judged;

	private final Consumer<Finding> findings;

	/**
	 * Create the wording.
	 * @param subject the source
	 * @param findings takes the findings, which stay as they are unless the source is a
	 * WebSocket endpoint that lets everybody in
	 */
	public WebSocketWording(SourceSubject subject, Consumer<Finding> findings) {
		this.judged = subject.judged();
		this.findings = findings;
	}

	@Override
	public void accept(Finding finding) {
		boolean anybody = finding.rule() == RuleId.WILDCARD_WITH_CREDENTIALS
				|| finding.rule() == RuleId.WILDCARD_ORIGIN;
		this.findings.accept((anybody && this.judged.source().kind().isHandshake())
				? finding.withText(message(), remedy(finding)) : finding);
	}

	private String message() {
		String endpoint = this.judged.source().pathsText();
		List<String> policies = this.judged.shadowedBy();
		return policies.isEmpty()
				? "Every website could open a connection to %s with the cookies and logins of its visitors."
					.formatted(endpoint)
				: "%s lets every origin in: only policy '%s', which decides first, keeps other websites out."
					.formatted(endpoint, String.join("', '", policies));
	}

	private String remedy(Finding finding) {
		CorsSource source = this.judged.source();
		SourceConfiguration configuration = source.configuration();
		boolean pattern = configuration != null && configuration.allowedOriginPatterns() != null
				&& configuration.allowedOriginPatterns().contains(finding.value());
		return "List the origins that are meant in %s."
			.formatted(source.place(pattern ? "allowedOriginPatterns" : "allowedOrigins"));
	}

}
