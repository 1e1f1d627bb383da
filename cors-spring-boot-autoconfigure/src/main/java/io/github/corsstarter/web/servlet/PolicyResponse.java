package io.github.corsstarter.web.servlet;

import java.util.Collection;
import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.web.VaryHeader;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response on which the decision has the last word. Its headers are there from the
 * start, so that they survive whatever the application does, and so that whoever looks
 * for them finds them. What the application sets in their place is dropped as long as the
 * policy is the one authority, and the decision's tokens of {@code Vary} always stay.
 */
final class PolicyResponse extends HttpServletResponseWrapper {

	private final CorsDecision decision;

	private final boolean authoritative;

	private final List<String> vary;

	PolicyResponse(HttpServletResponse response, CorsDecision decision) {
		super(response);
		this.decision = decision;
		this.authoritative = decision.isAuthoritative();
		this.vary = decision.vary();
		write();
	}

	private HttpServletResponse response() {
		return (HttpServletResponse) getResponse();
	}

	private void write() {
		if (this.authoritative || this.decision.isFinal()) {
			removeHeaders();
		}
		this.decision.forEachHeader(response()::setHeader);
		addVary(this.vary);
	}

	private void removeHeaders() {
		HttpServletResponse response = response();
		for (String name : CorsHeaders.RESPONSE_HEADERS) {
			if (response.containsHeader(name)) {
				response.setHeader(name, null);
				if (response.containsHeader(name)) {
					// Until Servlet 6.1 no header can be removed
					response.setHeader(name, "");
				}
			}
		}
	}

	private void addVary(List<String> tokens) {
		HttpServletResponse response = response();
		Collection<String> lines = response.containsHeader(CorsHeaders.VARY) ? response.getHeaders(CorsHeaders.VARY)
				: List.of();
		String missing = VaryHeader.missing(tokens, lines);
		if (missing != null) {
			response.addHeader(CorsHeaders.VARY, missing);
		}
	}

	@Override
	public void reset() {
		super.reset();
		write();
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (isVary(name)) {
			super.setHeader(name, value);
			addVary(this.vary);
		}
		else if (!isDecided(name)) {
			super.setHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, @Nullable String value) {
		if (value != null && isVary(name)) {
			addVary(VaryHeader.tokens(value));
		}
		else if (!isDecided(name)) {
			super.addHeader(name, value);
		}
	}

	@Override
	public void setIntHeader(String name, int value) {
		if (!isDecided(name)) {
			super.setIntHeader(name, value);
		}
	}

	@Override
	public void addIntHeader(String name, int value) {
		if (!isDecided(name)) {
			super.addIntHeader(name, value);
		}
	}

	@Override
	public void setDateHeader(String name, long date) {
		if (!isDecided(name)) {
			super.setDateHeader(name, date);
		}
	}

	@Override
	public void addDateHeader(String name, long date) {
		if (!isDecided(name)) {
			super.addDateHeader(name, date);
		}
	}

	private boolean isVary(@Nullable String name) {
		return !this.vary.isEmpty() && CorsHeaders.VARY.equalsIgnoreCase(name);
	}

	private boolean isDecided(@Nullable String name) {
		return this.authoritative && name != null && CorsHeaders.isResponseHeader(name);
	}

}
