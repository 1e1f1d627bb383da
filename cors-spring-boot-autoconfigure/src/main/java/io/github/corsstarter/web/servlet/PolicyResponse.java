package io.github.corsstarter.web.servlet;

import java.util.List;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.web.VaryHeader;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response on which the decision has the last word. Its headers are there from the
 * start, so that they survive whatever the application does, and so that others can find
 * them. What the application sets in their place is dropped as long as the policy is the
 * one authority, and the decision's tokens of {@code Vary} always stay.
 */
final class PolicyResponse extends HttpServletResponseWrapper {

	private final CorsDecision decision;

	PolicyResponse(HttpServletResponse response, CorsDecision decision) {
		super(response);
		this.decision = decision;
		write();
	}

	private HttpServletResponse response() {
		return (HttpServletResponse) getResponse();
	}

	private void write() {
		this.decision.forEachOwnedHeader(this::write);
		writeVary();
	}

	private void write(String name, @Nullable String value) {
		HttpServletResponse response = response();
		if (response.containsHeader(name)) {
			response.setHeader(name, null);
			if (value == null && response.containsHeader(name)) {
				// Until Servlet 6.1 no header can be removed
				response.setHeader(name, "");
			}
		}
		if (value != null) {
			response.setHeader(name, value);
		}
	}

	private void writeVary() {
		if (response().containsHeader(CorsHeaders.VARY)) {
			addVary(this.decision.vary());
		}
		else if (!this.decision.vary().isEmpty()) {
			response().setHeader(CorsHeaders.VARY, this.decision.varyValue());
		}
	}

	private void addVary(List<String> tokens) {
		String missing = VaryHeader.missing(tokens, response().getHeaders(CorsHeaders.VARY));
		if (missing != null) {
			response().addHeader(CorsHeaders.VARY, missing);
		}
	}

	@Override
	public void reset() {
		super.reset();
		write();
	}

	/**
	 * Shows an origin to Spring's processors where none is sent, so that they stand
	 * aside: a navigation and a request of the same origin are not theirs to refuse.
	 */
	@Override
	public @Nullable String getHeader(String name) {
		String value = super.getHeader(name);
		return (value == null && this.decision.goesThrough() && CorsHeaders.ALLOW_ORIGIN.equalsIgnoreCase(name)) ? ""
				: value;
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (isVary(name)) {
			super.setHeader(name, (value != null) ? VaryHeader.merged(List.of(), List.of(value)) : null);
			writeVary();
		}
		else if (!isOwned(name)) {
			super.setHeader(name, value);
		}
	}

	@Override
	public void addHeader(String name, @Nullable String value) {
		if (value != null && isVary(name)) {
			addVary(VaryHeader.tokens(value));
		}
		else if (!isOwned(name)) {
			super.addHeader(name, value);
		}
	}

	@Override
	public void setIntHeader(String name, int value) {
		if (!isOwned(name)) {
			super.setIntHeader(name, value);
		}
	}

	@Override
	public void addIntHeader(String name, int value) {
		if (!isOwned(name)) {
			super.addIntHeader(name, value);
		}
	}

	@Override
	public void setDateHeader(String name, long date) {
		if (!isOwned(name)) {
			super.setDateHeader(name, date);
		}
	}

	@Override
	public void addDateHeader(String name, long date) {
		if (!isOwned(name)) {
			super.addDateHeader(name, date);
		}
	}

	private boolean isVary(@Nullable String name) {
		return !this.decision.vary().isEmpty() && CorsHeaders.VARY.equalsIgnoreCase(name);
	}

	private boolean isOwned(@Nullable String name) {
		return name != null && this.decision.owns(name);
	}

}
