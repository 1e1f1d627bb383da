package io.github.corsstarter.conformance.spring;

import java.util.List;

/**
 * What becomes of Spring's reply, one method for each {@link SpringDifference} that is
 * told by it.
 */
final class OtherReplies {

	private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

	private static final String EXPOSE_HEADERS = "Access-Control-Expose-Headers";

	private OtherReplies() {
	}

	static Reply exposedHeadersOfPreflight(Question asked, Reply reply) {
		return asked.request().isCheckedPreflight() ? reply.with(EXPOSE_HEADERS, List.of()) : reply;
	}

	static Reply openPolicyForEverybody(Question asked, Reply reply) {
		if (!asked.policy().isOpen() || asked.request().isChecked()) {
			return reply;
		}
		return reply.with(ALLOW_ORIGIN, List.of(Policy.ANY)).with(EXPOSE_HEADERS, asked.policy().exposed());
	}

	static Reply sameOriginIsTold(Question asked, Reply reply) {
		List<String> origin = asked.request().origin();
		boolean told = asked.request().isSameOrigin() && !asked.policy().isOpen() && origin.size() == 1
				&& Samples.WELL_FORMED_ORIGINS.contains(origin.get(0)) && !origin.contains(Samples.NULL);
		return told ? reply.with(ALLOW_ORIGIN, origin) : reply;
	}

	static Reply vary(Question asked, Reply reply) {
		boolean open = asked.policy().isOpen();
		if (asked.request().isCheckedPreflight()) {
			return open
					? reply.with(Reply.VARY, List.of("Access-Control-Request-Method", "Access-Control-Request-Headers"))
					: reply;
		}
		return reply.with(Reply.VARY, open ? List.of() : List.of("Origin"));
	}

}
