package io.github.corsstarter.actuate;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.policy.text.ClientText;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.validation.source.Turn;
import org.jspecify.annotations.Nullable;

/**
 * What the first filter or security chain answers that has anything to do with a request.
 *
 * @param source the filter or the chain
 * @param origin the origin of the page
 * @param answer its answer, or {@code null} if it is not known
 * @param failure why it is not known, or {@code null}
 */
record FilterAnswer(CorsSource source, String origin, @Nullable Answer answer, @Nullable String failure) {

	private static final int FIRST_STATUS_THAT_IS_NOT_OK = 300;

	/**
	 * Asks those that come before the policies.
	 * @param request the request
	 * @param sources the application's CORS configuration outside of {@code cors.*}
	 * @return the first answer that is of interest, or {@code null} if the policies see
	 * the request as it was sent
	 */
	static @Nullable FilterAnswer ahead(CorsRequest request, List<JudgedSource> sources) {
		return first(request, sources, Standing.Ahead.class::isInstance);
	}

	/**
	 * Asks all of them, for a request that is none of the policies' business.
	 * @param request the request
	 * @param sources the application's CORS configuration outside of {@code cors.*}
	 * @return the first answer that is of interest, or {@code null} if handlers see the
	 * request as it was sent
	 */
	static @Nullable FilterAnswer any(CorsRequest request, List<JudgedSource> sources) {
		return first(request, sources, (standing) -> true);
	}

	private static @Nullable FilterAnswer first(CorsRequest request, List<JudgedSource> sources,
			Predicate<Standing> called) {
		return sources.stream()
			.map(JudgedSource::source)
			.filter((source) -> source.kind().isComponent() && source.standing().turn() != null
					&& called.test(source.standing()))
			.sorted(Comparator.comparing(FilterAnswer::turn, Turn.FIRST_CALLED))
			.map((source) -> ask(request, source))
			.filter((answer) -> answer.answer() == null || answer.answer().isOfInterest())
			.findFirst()
			.orElse(null);
	}

	private static Turn turn(CorsSource source) {
		return Objects.requireNonNull(source.standing().turn());
	}

	private static FilterAnswer ask(CorsRequest request, CorsSource source) {
		String origin = String.valueOf(request.origin());
		try {
			return new FilterAnswer(source, origin, turn(source).respondent().answer(request), null);
		}
		catch (RuntimeException ex) {
			return new FilterAnswer(source, origin, null, ex.getMessage());
		}
	}

	/**
	 * Return whether the request surely comes to nobody else.
	 */
	boolean isFinal() {
		return this.answer != null && !this.answer.passedOn();
	}

	/**
	 * Return whether a browser keeps the answer from the page, or the request from being
	 * sent.
	 */
	boolean isRejection() {
		return this.answer != null && isFinal()
				&& (!this.answer.allows(this.origin) || this.answer.status() >= FIRST_STATUS_THAT_IS_NOT_OK);
	}

	/**
	 * Tell what it does.
	 * @return one or two sentences
	 */
	String explanation() {
		return this.source.phrase().replaceFirst("^the ", "The ") + predicate();
	}

	private String predicate() {
		if (this.answer != null && this.answer.passedOn()) {
			return " adds " + ClientText.printable(this.answer.permission()) + " and passes the request on.";
		}
		String place = (this.source.standing() instanceof Standing.Ahead) ? " decides ahead of the policies"
				: " decides";
		return place
				+ ((this.answer != null) ? ", and answers with " + ClientText.printable(this.answer.toString()) + "."
						: ", and its answer is not known. " + ClientText.printable(String.valueOf(this.failure)));
	}

	/**
	 * Tell what to do if the policies should decide.
	 * @return one sentence, or {@code null} if they would not
	 */
	@Nullable String remedy() {
		return (this.source.standing() instanceof Standing.Ahead ahead)
				? ahead.remedy(this.source.phrase()) + ", or remove it." : null;
	}

}
