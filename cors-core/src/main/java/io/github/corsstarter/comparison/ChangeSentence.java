package io.github.corsstarter.comparison;

import java.util.function.UnaryOperator;

import io.github.corsstarter.comparison.Change.Direction;
import io.github.corsstarter.comparison.Change.Kind;
import io.github.corsstarter.policy.text.ClientText;
import org.jspecify.annotations.Nullable;

/**
 * Says what a page can do now and could not before, or the other way round.
 */
final class ChangeSentence {

	private static final String ANY = "*";

	private final UnaryOperator<String> code;

	private final UnaryOperator<String> name;

	/**
	 * Create a way to write.
	 * @param code writes what is quoted from a configuration
	 * @param name writes the name of a policy
	 */
	ChangeSentence(UnaryOperator<String> code, UnaryOperator<String> name) {
		this.code = code;
		this.name = name;
	}

	String of(Change change) {
		PageRequest request = change.request();
		boolean wider = change.direction() == Direction.WIDER;
		if (request == null) {
			return ofSetting(change, wider);
		}
		if (change.kind() == Kind.PATH) {
			return ofPath(change, request, wider);
		}
		return page(request.origin()) + (wider ? " can now " : " can no longer ") + deed(change, request)
				+ cause(change, request) + ".";
	}

	private String ofPath(Change change, PageRequest request, boolean wider) {
		String path = code(request.path());
		String policy = policy(change.policy());
		if (change.detail().equals(Change.NO_LONGER_GOVERNED)) {
			return path + " is no longer governed by " + policy
					+ ": whatever else the application has for CORS answers there now.";
		}
		if (!wider) {
			return path + " is governed by " + policy + " now, by " + code(change.detail()) + ", and allows nobody.";
		}
		return path + " is governed by " + policy + " now, by " + code(change.detail()) + ": "
				+ lower(page(request.origin())) + " can " + call(request) + ".";
	}

	private String deed(Change change, PageRequest request) {
		return switch (change.kind()) {
			case HEADER -> "send the header " + code(request.headers().get(0)) + " with " + target(request);
			case EXPOSED_HEADER -> "read the response header " + code(request.exposedHeaders().get(0)) + " of "
					+ target(request) + (request.credentials() ? " called with credentials" : "");
			case FORM -> "post a form to " + code(request.path());
			case TIMING -> "read the timing of " + target(request);
			default -> call(request);
		};
	}

	private String call(PageRequest request) {
		return "call " + target(request) + (request.credentials() ? " with credentials" : "")
				+ " and read the response";
	}

	private String target(PageRequest request) {
		return code(request.method() + " " + request.path());
	}

	private String cause(Change change, PageRequest request) {
		boolean itself = change.detail().equals(request.origin());
		String element = switch (change.kind()) {
			case ORIGIN, FORM -> itself ? "" : change.detail();
			case METHOD, HEADER, EXPOSED_HEADER -> change.detail().equals(ANY) ? ANY : "";
			default -> "";
		};
		String relation = (change.direction() == Direction.WIDER) ? ", by " : ", without ";
		return " (" + policy(change.policy()) + (element.isEmpty() ? "" : relation + code(element)) + ")";
	}

	private String ofSetting(Change change, boolean wider) {
		String detail = code(change.detail());
		return switch (change.kind()) {
			case WAIVER -> (wider ? "Waived now: " : "No longer waived: ") + detail
					+ ((change.policy() != null) ? " (" + policy(change.policy()) + ")." : ", in every policy.");
			case SEVERITY -> "Severity of rule " + detail + ".";
			case PRODUCTION -> wider ? "This is no longer a start in production: safety rules do not stop it."
					: "This is a production start now: safety rules stop it.";
			case ORIGIN_SOURCE -> (wider ? "The origins of bean " + detail + " are allowed now"
					: "The origins of bean " + detail + " are no longer allowed") + " (" + policy(change.policy())
					+ ").";
			case MAX_AGE -> "The max-age of preflights goes " + detail + " (" + policy(change.policy()) + ").";
			default -> throw new IllegalStateException("A change of " + change.kind() + " has a request");
		};
	}

	private String page(@Nullable String origin) {
		if (origin == null) {
			return "A page of an origin source";
		}
		return (origin.equals("null") ? "A page of the origin " : "A page of ") + code(origin);
	}

	private static String lower(String sentence) {
		return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
	}

	private String policy(@Nullable String name) {
		return "policy " + this.name.apply(ClientText.printable(String.valueOf(name)));
	}

	private String code(String text) {
		return this.code.apply(ClientText.printable(text));
	}

}
