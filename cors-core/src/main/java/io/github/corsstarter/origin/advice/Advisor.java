package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.origin.advice.Mistakes.Correction;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.entry.ExactOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.owner.ReservedHosts;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.Confinement.Unconfined;
import io.github.corsstarter.origin.proof.ConfinementProof;
import io.github.corsstarter.origin.proof.Hosts;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.origin.proof.WrittenScheme;
import io.github.corsstarter.origin.regex.RegexParser;
import org.jspecify.annotations.Nullable;

/**
 * Helps the author of a configuration. Whatever is proposed in place of an entry comes
 * through here: an entry that browsers' origins can match and of which every branch is
 * proven to be confined, fixed if need be. Nothing else is ever proposed.
 */
public final class Advisor {

	/** Each fixes one mistake, such as one leading zero of a list of ports. */
	private static final int MAX_SUGGESTIONS = 100;

	private final OriginLanguages languages;

	/**
	 * Create the advisor of a configuration.
	 * @param languages what can be proven about its entries, and within which limits
	 */
	public Advisor(OriginLanguages languages) {
		this.languages = languages;
	}

	/**
	 * Explain a verdict.
	 * @param entry the entry that was judged
	 * @param verdict the verdict
	 * @return what helps the author, empty when the entry is confined
	 */
	public Advice explain(OriginEntry entry, Confinement verdict) {
		if (verdict.undecided() != null) {
			return new Advice(List.of(), List.of(verdict.undecided()), null);
		}
		Unconfined unconfined = verdict.unconfined();
		if (unconfined == null) {
			return new Advice(List.of(), List.of(), null);
		}
		try {
			return new Explanation(entry, unconfined, this.languages.limits()).advice();
		}
		catch (TooMuchWorkException ex) {
			return new Advice(List.of(unconfined.otherOwner()), List.of(), null);
		}
	}

	/**
	 * Vet what a parser suggests for an entry that it refused. A suggestion that is
	 * refused in turn leads to the next one.
	 * @param refused why the entry was refused
	 * @return an entry of the suggested kind that may be proposed, or {@code null} when
	 * there is none
	 */
	public @Nullable String vet(OriginSyntaxException refused) {
		OriginSyntaxException reason = refused;
		for (int i = 0; i < MAX_SUGGESTIONS; i++) {
			String suggestion = reason.suggestion();
			if (suggestion == null) {
				return null;
			}
			try {
				return switch (reason.suggestedKind()) {
					case EXACT -> ExactOrigin.parse(suggestion).toString();
					case PATTERN -> confined(suggestion);
					case REGEX -> {
						RegexParser.parse(suggestion);
						yield regex(suggestion);
					}
				};
			}
			catch (OriginSyntaxException ex) {
				reason = ex;
			}
		}
		return null;
	}

	/**
	 * Vet an exact origin.
	 * @param text the text of an entry of {@code allowed-origins}
	 * @return the origin, or what was probably meant: an origin, or a pattern or a
	 * regular expression that may be proposed, or {@code null} when there is none
	 */
	public @Nullable String origin(String text) {
		try {
			return ExactOrigin.parse(text).toString();
		}
		catch (OriginSyntaxException ex) {
			String vetted = vet(ex);
			return (vetted != null) ? vetted : pattern(text);
		}
	}

	/** The expression, or one that is probably meant by it. */
	private @Nullable String regex(String text) {
		WorkLimit limit = explanation();
		try {
			String proposal = bounded(text, limit);
			return (proposal != null) ? proposal : MatchableRewrites.of(text, limit);
		}
		catch (OriginSyntaxException | TooMuchWorkException ex) {
			return null;
		}
	}

	/**
	 * Vet a regular expression that has to match something as it is.
	 * @param text a regular expression, perhaps outside the syntax
	 * @param limit the work that may go into the proofs
	 * @return the expression, fixed if it is not confined, or {@code null} when it may
	 * not be proposed
	 * @throws TooMuchWorkException when the limit does not suffice to tell
	 */
	static @Nullable String bounded(String text, WorkLimit limit) {
		try {
			Expression expression = RegexParser.parse(text);
			Automaton automaton = Automaton.of(expression, limit);
			if (WrittenScheme.member(expression, automaton, limit) == null) {
				return null;
			}
			Confinement verdict = ConfinementProof.of(expression, limit);
			if (verdict.confined()) {
				return verdict.owners().contains(ReservedHosts.SINGLE_LABEL_HOSTS) ? null : text;
			}
			Correction correction = (automaton.size() > CounterExamples.LARGE) ? null
					: new RegexMistakes(text).correction(limit);
			return (correction != null) ? correction.text() : null;
		}
		catch (OriginSyntaxException ex) {
			return null;
		}
	}

	/**
	 * Vet a pattern.
	 * @param text the text of an entry of {@code allowed-origin-patterns}
	 * @return the pattern, or what was probably meant: a pattern or a regular expression
	 * that may be proposed, or {@code null} when there is none
	 */
	public @Nullable String pattern(String text) {
		try {
			return confined(text);
		}
		catch (OriginSyntaxException ex) {
			return vet(ex);
		}
	}

	private @Nullable String confined(String text) {
		WorkLimit limit = explanation();
		OriginPattern pattern = OriginPattern.parse(text, limit);
		if (Schemes.NEVER_SENT.contains(pattern.scheme())) {
			return null;
		}
		try {
			if (ConfinementProof.of(pattern.expression(), limit).confined()) {
				return pattern.toString();
			}
			Correction correction = new PatternMistakes(pattern).correction(limit);
			return (correction != null) ? correction.text() : null;
		}
		catch (TooMuchWorkException ex) {
			return null;
		}
	}

	/**
	 * Correct an entry that accepts nothing a browser sends.
	 * @param entry an unmatchable entry
	 * @return an entry of the same kind that may be proposed, or {@code null} when there
	 * is none
	 */
	public @Nullable String matchable(OriginEntry entry) {
		String text = entry.toString();
		if (entry instanceof OriginRegex) {
			return regex(text);
		}
		boolean webSocket = text.startsWith("ws://") || text.startsWith("wss://");
		return webSocket ? ofKindOf(entry, "http" + text.substring("ws".length())) : null;
	}

	/**
	 * Write https in place of http.
	 * @param entry an entry that accepts an http origin of a public host
	 * @return an entry of the same kind that accepts none and may be proposed, or
	 * {@code null} when there is none
	 */
	public @Nullable String secure(OriginEntry entry) {
		String text = entry.toString();
		if (entry instanceof OriginRegex) {
			return secureRegex(text);
		}
		return text.startsWith("http://") ? ofKindOf(entry, "https" + text.substring("http".length())) : null;
	}

	private @Nullable String secureRegex(String regex) {
		try {
			return HttpsRewrite.of(regex, explanation())
				.stream()
				.map(this::regex)
				.filter((proposal) -> proposal != null && isSecure(proposal))
				.findFirst()
				.orElse(null);
		}
		catch (TooMuchWorkException ex) {
			return null;
		}
	}

	private boolean isSecure(String regex) {
		try {
			OriginLanguage language = this.languages.of(this.languages.parser().regex(regex));
			return language.example(Hosts.INSECURE) == null && language.confinement().confined();
		}
		catch (OriginSyntaxException ex) {
			return false;
		}
	}

	private WorkLimit explanation() {
		return this.languages.limits().explanation();
	}

	private @Nullable String ofKindOf(OriginEntry entry, String text) {
		return (entry instanceof ExactOrigin) ? ExactOrigin.parse(text).toString() : pattern(text);
	}

}
