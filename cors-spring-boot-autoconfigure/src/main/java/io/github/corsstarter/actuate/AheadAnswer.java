package io.github.corsstarter.actuate;

import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Standing;
import org.jspecify.annotations.Nullable;

/**
 * What a source ahead of the policies answers to a request.
 *
 * @param source the source
 * @param standing where it stands
 * @param origin the origin of the page
 * @param answer its answer
 */
record AheadAnswer(CorsSource source, Standing.Ahead standing, String origin, Answer answer) {

	private static final int FIRST_STATUS_THAT_IS_NOT_OK = 300;

	/**
	 * Asks the sources in their order.
	 * @param request the request
	 * @param sources the application's CORS configuration outside of {@code cors.*}
	 * @return the first answer that is of interest, or {@code null} if the policies see
	 * the request as it was sent
	 */
	static @Nullable AheadAnswer to(CorsRequest request, List<JudgedSource> sources) {
		return sources.stream()
			.map(JudgedSource::source)
			.filter((source) -> source.standing() instanceof Standing.Ahead && isComponent(source))
			.sorted(Comparator.comparing((source) -> ((Standing.Ahead) source.standing()).order()))
			.map((source) -> ask(request, source, (Standing.Ahead) source.standing()))
			.filter((answer) -> answer != null && answer.answer().isOfInterest())
			.findFirst()
			.orElse(null);
	}

	/**
	 * What a filter uses decides nothing by itself.
	 */
	private static boolean isComponent(CorsSource source) {
		return source.kind() != CorsSource.Kind.CORS_CONFIGURATION_SOURCE;
	}

	private static @Nullable AheadAnswer ask(CorsRequest request, CorsSource source, Standing.Ahead standing) {
		try {
			return new AheadAnswer(source, standing, String.valueOf(request.origin()),
					standing.respondent().answer(request));
		}
		catch (RuntimeException ex) {
			// What it does with a real request cannot be told
			return null;
		}
	}

	/**
	 * Return whether the request comes to nobody else.
	 */
	boolean isFinal() {
		return !this.answer.passedOn();
	}

	/**
	 * Return whether a browser keeps the answer from the page, or the request from being
	 * sent.
	 */
	boolean isRejection() {
		return isFinal() && (!this.answer.allows(this.origin) || this.answer.status() >= FIRST_STATUS_THAT_IS_NOT_OK);
	}

	String explanation(String policy) {
		return "%s decides ahead of policy '%s', and answers with %s.".formatted(capitalized(this.source.phrase()),
				policy, ClientText.printable(this.answer.toString()));
	}

	private static String capitalized(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

	String remedy() {
		return this.standing.remedy(this.source.phrase()) + ", or remove it.";
	}

}
