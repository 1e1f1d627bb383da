package io.github.corsstarter.report;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.github.corsstarter.policy.CorsDecision;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.source.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the report-only policies would change. Its size is bounded, whatever clients send.
 * Safe for use by several threads.
 */
public final class CorsReport {

	private static final Set<CorsDecision.Outcome> COMPARED = EnumSet.of(CorsDecision.Outcome.ALLOWED,
			CorsDecision.Outcome.LISTED_FORM, CorsDecision.Outcome.REJECTED);

	private final CorsPolicies policies;

	private final Clock clock;

	private final List<ReportListener> listeners;

	private final Map<String, PolicyReport> reports = new ConcurrentHashMap<>();

	private final Failsafe failsafe = new Failsafe("count what report-only policies would change", new AtomicBoolean());

	/**
	 * Create an empty report about the policies that are report-only now.
	 * @param policies the policies in force
	 * @param clock tells when a request is seen
	 * @param listeners are told of each request that is reported, in their order
	 */
	public CorsReport(CorsPolicies policies, Clock clock, ReportListener... listeners) {
		this.policies = policies;
		this.clock = clock;
		this.listeners = List.of(listeners);
		begin();
	}

	/**
	 * Begin to report about the policies that are report-only now, as far as they are new
	 * or have changed, and forget the others. Call this when other policies have come
	 * into force.
	 */
	public void begin() {
		List<CorsPolicy> current = current();
		this.reports.keySet().retainAll(current.stream().map(CorsPolicy::name).toList());
		current.forEach(this::reportOf);
	}

	private List<CorsPolicy> current() {
		PolicyTable reporting = this.policies.table().reportOnly();
		return (reporting != null) ? reporting.policies() : List.of();
	}

	private @Nullable PolicyReport find(CorsPolicy policy) {
		PolicyReport known = this.reports.get(policy.name());
		return (known != null && known.isAbout(policy)) ? known : null;
	}

	/**
	 * Return the report about a policy, which starts anew when the policy has changed.
	 */
	private PolicyReport reportOf(CorsPolicy policy) {
		PolicyReport known = find(policy);
		if (known != null) {
			return known;
		}
		PolicyReport report = this.reports.compute(policy.name(),
				(name, before) -> (before != null && before.isAbout(policy)) ? before
						: new PolicyReport(policy, this.clock.instant()));
		tell((listener) -> listener.onBegin(policy.name()));
		return report;
	}

	/**
	 * Tell the listeners. If one fails, the request and the others do not notice, and the
	 * log does once.
	 */
	private void tell(Consumer<ReportListener> event) {
		for (ReportListener listener : this.listeners) {
			this.failsafe.run(() -> event.accept(listener));
		}
	}

	/**
	 * Compare what was answered with what the report-only policy of the path would
	 * decide. What is neither a CORS request of another origin nor a form that the policy
	 * judges is left out, and so is what came before the policy was replaced.
	 * @param reporting the policies that were report-only when the request came
	 * @param request the request
	 * @param today what was answered; passed on if the application was called
	 */
	public void add(PolicyTable reporting, ObservedRequest request, Answer today) {
		CorsDecision decision = reporting.decide(request.request());
		CorsPolicy policy = decision.policy();
		if (policy != null && COMPARED.contains(decision.outcome())
				&& (find(policy) != null || current().contains(policy))) {
			AnswerComparison comparison = AnswerComparison.of(request, today, decision);
			reportOf(policy).add(request, comparison, this.clock.instant());
			tell((listener) -> listener.onChange(policy.name(), request.type(), comparison.change()));
		}
	}

	/**
	 * Return the report as JSON has it.
	 * @return the policies that are report-only now, in match order
	 */
	public Map<String, Object> toMembers() {
		return Map.of("policies", current().stream().map((policy) -> reportOf(policy).toMembers()).toList());
	}

}
