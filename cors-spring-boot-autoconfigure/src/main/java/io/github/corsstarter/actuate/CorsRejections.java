package io.github.corsstarter.actuate;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsDecisionListener;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.RejectionReason;
import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Remembers the latest distinct rejections: at most {@value #CAPACITY}, with at most 512
 * characters of each text that a client chose, whatever clients send. Safe for use by
 * several threads.
 */
public final class CorsRejections implements CorsDecisionListener {

	private static final int CAPACITY = 100;

	private final Clock clock;

	private final Map<Rejection, Sightings> rejections = new LinkedHashMap<>(CAPACITY * 2, 0.75f, true);

	/**
	 * Create an empty memory.
	 * @param clock tells when a rejection is seen
	 */
	public CorsRejections(Clock clock) {
		this.clock = clock;
	}

	@Override
	public void onDecision(CorsRequest request, CorsDecision decision) {
		RejectionReason reason = decision.reason();
		if (reason != null) {
			add(Rejection.of(request, decision, reason), this.clock.instant());
		}
	}

	private synchronized void add(Rejection rejection, Instant now) {
		Sightings earlier = this.rejections.get(rejection);
		if (earlier == null && this.rejections.size() == CAPACITY) {
			this.rejections.remove(this.rejections.keySet().iterator().next());
		}
		this.rejections.put(rejection, (earlier != null) ? earlier.andAt(now) : new Sightings(1, now, now));
	}

	/**
	 * Describes what is remembered.
	 * @return the rejections, the one that was seen last first
	 */
	public RejectionsDescriptor describe() {
		List<RejectionDescriptor> descriptors = new ArrayList<>(CAPACITY);
		synchronized (this) {
			this.rejections.forEach((rejection, sightings) -> descriptors.add(rejection.describe(sightings)));
		}
		Collections.reverse(descriptors);
		return new RejectionsDescriptor(descriptors);
	}

	private record Rejection(String origin, String reason, @Nullable String policy, String path, String method,
			@Nullable String detail) {

		static Rejection of(CorsRequest request, CorsDecision decision, RejectionReason reason) {
			CorsPolicy policy = decision.policy();
			String detail = decision.detail();
			String method = decision.preflight() ? request.requestMethod() : request.method();
			return new Rejection(ClientText.printable(String.valueOf(request.origin())), reason.toString(),
					(policy != null) ? policy.name() : null, ClientText.printable(request.path()),
					ClientText.printable(String.valueOf(method)),
					(detail != null) ? ClientText.printable(detail) : null);
		}

		RejectionDescriptor describe(Sightings sightings) {
			return new RejectionDescriptor(this.origin, this.reason, this.policy, this.path, this.method, this.detail,
					sightings.count(), sightings.first().toString(), sightings.last().toString());
		}

	}

	private record Sightings(long count, Instant first, Instant last) {

		Sightings andAt(Instant now) {
			return new Sightings(this.count + 1, this.first, now);
		}

	}

	/**
	 * Description of the latest distinct rejections.
	 *
	 * @param rejections the rejections, the one that was seen last first
	 */
	public record RejectionsDescriptor(List<RejectionDescriptor> rejections) implements OperationResponseBody {

	}

	/**
	 * Description of a rejection. What the client chose is escaped, and cut off after 512
	 * characters.
	 *
	 * @param origin the origin
	 * @param reason the reason
	 * @param policy the name of the policy, or {@code null} if the path is outside of the
	 * application
	 * @param path the raw path within the application
	 * @param method the method; of a preflight, the one it asks for
	 * @param detail the method or header at fault, or {@code null} if the origin is
	 * @param count how often it was seen while it was remembered
	 * @param firstSeen when it was seen first, as an ISO-8601 instant
	 * @param lastSeen when it was seen last, as an ISO-8601 instant
	 */
	public record RejectionDescriptor(String origin, String reason, @Nullable String policy, String path, String method,
			@Nullable String detail, long count, String firstSeen, String lastSeen) {

	}

}
