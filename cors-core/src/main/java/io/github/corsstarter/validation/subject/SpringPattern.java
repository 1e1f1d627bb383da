package io.github.corsstarter.validation.subject;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.advice.Advice;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.proof.Confinement;
import org.jspecify.annotations.Nullable;

/**
 * An origin pattern as Spring reads it: {@code *} stands for any characters, dots
 * included, and only a list of ports at the end has a syntax of its own.
 *
 * @see <a href=
 * "https://docs.spring.io/spring-framework/docs/current/javadoc-api/org/springframework/web/cors/CorsConfiguration.html">CorsConfiguration</a>
 */
final class SpringPattern {

	private static final Pattern PORTS = Pattern.compile("(.*):\\[(\\*|\\d+(?:,\\d+)*)]");

	private final String text;

	private final OriginProofs proofs;

	SpringPattern(String text, OriginProofs proofs) {
		this.text = text;
		this.proofs = proofs;
	}

	/**
	 * Return the origins it accepts.
	 * @return an equal regular expression
	 * @throws OriginSyntaxException if it is too big to be judged
	 */
	OriginRegex regex() {
		String stripped = this.text.endsWith("/") ? this.text.substring(0, this.text.length() - 1) : this.text;
		Matcher ports = PORTS.matcher(stripped);
		if (!ports.matches()) {
			return regex(quote(stripped));
		}
		String list = ports.group(2);
		String suffix = list.equals("*") ? "(:\\d+)?" : ":(" + list.replace(',', '|') + ")";
		return regex(quote(ports.group(1)) + suffix);
	}

	private OriginRegex regex(String text) {
		return this.proofs.languages().parser().regex(text);
	}

	private static String quote(String text) {
		return Stream.of(text.split("\\*", -1)).map(OriginRegex::quote).collect(Collectors.joining(".*"));
	}

	/**
	 * Explain a verdict on the regular expression to the author of a pattern: if ours of
	 * the same text is not confined either, in its words.
	 * @param verdict the verdict on {@link #regex()}
	 * @return what helps the author
	 */
	Advice explain(Confinement verdict) {
		Advice own = adviceOnOwnPattern();
		return (own != null) ? own
				: new Advice(this.proofs.advisor().explain(regex(), verdict).counterExamples(), List.of(), null);
	}

	/**
	 * Return the pattern with https in place of http.
	 * @return another entry that is confined, or {@code null} if there is no obvious one
	 */
	@Nullable String secureCorrection() {
		return this.text.startsWith("http:")
				? this.proofs.advisor().pattern("https" + this.text.substring("http".length())) : null;
	}

	private @Nullable Advice adviceOnOwnPattern() {
		try {
			OriginPattern pattern = this.proofs.languages().parser().pattern(this.text);
			Confinement verdict = this.proofs.languages().of(pattern).confinement();
			return verdict.confined() ? null : this.proofs.advisor().explain(pattern, verdict);
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

}
