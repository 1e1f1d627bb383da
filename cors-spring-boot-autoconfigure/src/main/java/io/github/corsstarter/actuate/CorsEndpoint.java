package io.github.corsstarter.actuate;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.Location;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.reload.ReloadStatus;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import io.github.corsstarter.validation.report.Waiver;
import io.github.corsstarter.validation.source.ApplicationReport;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * {@link Endpoint @Endpoint} that shows which policies are in force, where each of their
 * values comes from, and what validation found. It also explains what would happen to a
 * request, and lists the latest rejections.
 */
@Endpoint(id = "cors")
public class CorsEndpoint {

	private final @Nullable CorsPolicies policies;

	private final Supplier<ApplicationReport> report;

	private final @Nullable FilterDescriptor filter;

	private final CorsRejections rejections;

	private final Function<@Nullable PolicyTable, CorsSnapshot> snapshots;

	private final Map<String, Supplier<Map<String, Object>>> views;

	private final Supplier<@Nullable ReloadStatus> reload;

	private volatile Described described = new Described(List.of(), List.of());

	/**
	 * Create the endpoint.
	 * @param policies the policies in force, or {@code null} if CORS is disabled
	 * @param report what validation found
	 * @param filter the filter that obeys the policies, or {@code null} if there is none
	 * @param rejections the latest rejections
	 */
	public CorsEndpoint(@Nullable CorsPolicies policies, ValidationReport report, @Nullable FilterDescriptor filter,
			CorsRejections rejections) {
		this(policies, () -> new ApplicationReport(report, List.of()), filter, rejections,
				(inForce) -> snapshot(report, inForce), Map.of(), () -> null);
	}

	/**
	 * Create the endpoint of an application with CORS configuration elsewhere.
	 * @param policies the policies in force, or {@code null} if CORS is disabled
	 * @param report what is known by the time it is asked for
	 * @param filter the filter that obeys the policies, or {@code null} if there is none
	 * @param rejections the latest rejections
	 * @param snapshots makes a snapshot of policies
	 * @param views further views by name, as JSON has them
	 * @param reload tells what became of the last attempt to replace the policies;
	 * returns {@code null} if nothing replaces them
	 */
	public CorsEndpoint(@Nullable CorsPolicies policies, Supplier<ApplicationReport> report,
			@Nullable FilterDescriptor filter, CorsRejections rejections,
			Function<@Nullable PolicyTable, CorsSnapshot> snapshots, Map<String, Supplier<Map<String, Object>>> views,
			Supplier<@Nullable ReloadStatus> reload) {
		this.policies = policies;
		this.report = report;
		this.filter = filter;
		this.rejections = rejections;
		this.snapshots = snapshots;
		this.views = Map.copyOf(views);
		this.reload = reload;
	}

	private List<CorsPolicy> all() {
		return (this.policies != null) ? this.policies.table().all() : List.of();
	}

	/** Waivers and severities are those of a configuration, which is not known here. */
	private static CorsSnapshot snapshot(ValidationReport report, @Nullable PolicyTable inForce) {
		List<CorsPolicy> policies = (inForce != null) ? inForce.all() : List.of();
		return new CorsSnapshot(report.activeProfiles(), report.production(),
				policies.stream().map(CorsPolicy::definition).map(SnapshotPolicy::of).toList(), List.of(),
				Collections.emptySortedMap(), (inForce != null) ? inForce.reservedPaths() : List.of());
	}

	private CorsSnapshot snapshot() {
		return this.snapshots.apply((this.policies != null) ? this.policies.table() : null);
	}

	private List<CorsPolicyDescriptor> descriptors() {
		List<CorsPolicy> current = all();
		Described known = this.described;
		if (!known.policies().equals(current)) {
			known = Described.of(current);
			this.described = known;
		}
		return known.now();
	}

	/**
	 * Describes the policies. What can be proven about their patterns and regular
	 * expressions takes a while, and is only found out when it is asked for first, and
	 * again when the policies are others.
	 * @return the description
	 */
	@ReadOperation
	public CorsDescriptor cors() {
		ApplicationReport current = this.report.get();
		ValidationReport validation = current.validation();
		ShownLists shown = new ShownLists();
		return new CorsDescriptor(this.policies != null, validation.production(), validation.activeProfiles(),
				this.filter, descriptors(), shown.show("otherSources", current.sources(), CorsSourceDescriptor::of),
				shown.show("violations", validation.violations(), ViolationDescriptor::of),
				ReloadDescriptor.of(this.reload.get()), shown.truncated());
	}

	/**
	 * Answers a question about the policies. {@code explain} tells what would happen to a
	 * request; {@code rejections} lists the latest rejections, {@code refused-origins}
	 * the latest entries of origin sources that are left out, {@code snapshot} shows the
	 * policies as they are committed and compared, {@code report} what report-only
	 * policies would change, and {@code migration} the policies that do what the
	 * application's other CORS configuration does: none of these takes a parameter.
	 * @param view {@code explain}, {@code rejections}, {@code refused-origins},
	 * {@code snapshot}, {@code report} or {@code migration}
	 * @param path the path of the request within the application
	 * @param origin the origin of the page
	 * @param method the method of the request, by default {@code GET}
	 * @param headers the names of its headers with commas between them, by default none
	 * @param mode {@code navigate} for a link or a form, by default {@code cors}
	 * @param host the host that it is sent to, by default where the application is
	 * reached
	 * @return the answer
	 * @throws InvalidEndpointRequestException if there is no such view, or a parameter is
	 * missing or is not valid
	 */
	@ReadOperation
	@SuppressWarnings("deprecation")
	public OperationResponseBody view(@Selector String view, @org.springframework.lang.Nullable String path,
			@org.springframework.lang.Nullable String origin, @org.springframework.lang.Nullable String method,
			@org.springframework.lang.Nullable String headers, @org.springframework.lang.Nullable String mode,
			@org.springframework.lang.Nullable String host) {
		OperationResponseBody answer = view(OwnAddress.UNKNOWN, view, path, origin, method, headers, mode, host);
		if (answer == null) {
			throw new InvalidEndpointRequestException(
					"There is no view '" + ClientText.printable(view)
							+ "'. The views are explain, rejections, refused-origins, snapshot, report and migration.",
					"No such view");
		}
		return answer;
	}

	@Nullable OperationResponseBody view(OwnAddress own, String view, @Nullable String path, @Nullable String origin,
			@Nullable String method, @Nullable String headers, @Nullable String mode, @Nullable String host) {
		return switch (view) {
			case "explain" -> new ExplanationBody(CorsExplanation.of(this.policies, this.report.get().sources(),
					question(path, origin, method, headers, mode), address(own, host)));
			case "refused-origins" -> RefusedOriginsDescriptor.of(all());
			case "rejections" -> this.rejections.describe();
			case "snapshot" -> (OperationResponseBody) OperationResponseBody.of(snapshot().toMembers());
			default -> further(view);
		};
	}

	private @Nullable OperationResponseBody further(String view) {
		Supplier<Map<String, Object>> members = this.views.get(view);
		return (members != null) ? (OperationResponseBody) OperationResponseBody.of(members.get()) : null;
	}

	private static BrowserRequest question(@Nullable String path, @Nullable String origin, @Nullable String method,
			@Nullable String headers, @Nullable String mode) {
		return meant(() -> BrowserRequest.of(path, origin, method, headers, mode));
	}

	private static OwnAddress address(OwnAddress own, @Nullable String host) {
		return meant(() -> own.at(host));
	}

	private static <T> T meant(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (InvalidQuestionException ex) {
			String message = String.valueOf(ex.getMessage());
			throw new InvalidEndpointRequestException(message, message);
		}
	}

	/**
	 * Policies that were described.
	 *
	 * @param policies the policies
	 * @param descriptors their descriptions
	 */
	private record Described(List<CorsPolicy> policies, List<CorsPolicyDescriptor> descriptors) {

		/**
		 * Return the descriptions with what changes from one moment to the next.
		 */
		List<CorsPolicyDescriptor> now() {
			if (this.policies.stream().allMatch((policy) -> policy.additionalOrigins() == null)) {
				return this.descriptors;
			}
			return IntStream.range(0, this.policies.size())
				.mapToObj((i) -> this.descriptors.get(i).with(OriginSourceDescriptor.of(this.policies.get(i))))
				.toList();
		}

		static Described of(List<CorsPolicy> policies) {
			OriginLanguages languages = new OriginLanguages();
			return new Described(policies,
					policies.stream().map((policy) -> CorsPolicyDescriptor.of(policy, languages)).toList());
		}

	}

	/**
	 * Description of an application's CORS configuration.
	 *
	 * @param enabled whether the policies apply
	 * @param production whether the application runs in production
	 * @param activeProfiles the active profiles in the order in which they were activated
	 * @param filter the filter that obeys the policies
	 * @param policies the policies in match order, and after them those that are
	 * report-only
	 * @param otherSources other CORS configuration of the application
	 * @param violations what validation found, waived violations included
	 * @param reload what replaces the policies, and what became of the last attempt;
	 * {@code null} if nothing does
	 * @param truncated the true lengths of {@code otherSources} and {@code violations},
	 * where these have more than 1&nbsp;000 elements and only the first are shown
	 */
	public record CorsDescriptor(boolean enabled, boolean production, List<String> activeProfiles,
			@Nullable FilterDescriptor filter, List<CorsPolicyDescriptor> policies,
			List<CorsSourceDescriptor> otherSources, List<ViolationDescriptor> violations,
			@Nullable ReloadDescriptor reload,
			@Nullable Map<String, Integer> truncated) implements OperationResponseBody {

	}

	/**
	 * Description of the filter that obeys the policies.
	 *
	 * @param type {@code servlet} or {@code reactive}
	 * @param order its order among the filters
	 */
	public record FilterDescriptor(String type, int order) {

	}

	/**
	 * Description of something that is wrong.
	 *
	 * @param rule the id of the rule
	 * @param severity {@code error}, {@code warn} or {@code info}
	 * @param policy the name of the policy
	 * @param property the key of the value
	 * @param value the value as it was written
	 * @param location where it was written
	 * @param message why it is wrong
	 * @param remedy what to do
	 * @param waiver what waives it
	 * @param asked {@code true} if it was found out by requests that nobody sent
	 */
	public record ViolationDescriptor(String rule, String severity, @Nullable String policy, @Nullable String property,
			@Nullable String value, @Nullable String location, String message, String remedy,
			@Nullable WaiverDescriptor waiver, @Nullable Boolean asked) {

		/**
		 * Describe a violation.
		 * @param violation what was found
		 * @return the description
		 */
		public static ViolationDescriptor of(Violation violation) {
			return new ViolationDescriptor(violation.rule().id(), violation.severity().toString(), violation.policy(),
					violation.property(), violation.value(), text(violation.location()), violation.message(),
					violation.remedy(), WaiverDescriptor.of(violation.waiver()), violation.asked() ? true : null);
		}

		private static @Nullable String text(@Nullable Location location) {
			return (location != null) ? location.toString() : null;
		}

	}

	/**
	 * Description of a waiver.
	 *
	 * @param reason why the value is intended
	 * @param expires the last day of the waiver as an ISO date
	 */
	public record WaiverDescriptor(String reason, @Nullable String expires) {

		static @Nullable WaiverDescriptor of(@Nullable Waiver waiver) {
			if (waiver == null) {
				return null;
			}
			return new WaiverDescriptor(waiver.reason(),
					(waiver.expires() != null) ? waiver.expires().toString() : null);
		}

	}

}
