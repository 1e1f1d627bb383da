package io.github.corsstarter.origin.advice;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.proof.Confinement;
import io.github.corsstarter.origin.proof.OriginLanguage;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.jspecify.annotations.Nullable;

/**
 * An entry with everything that can be said about it.
 */
public final class Judged {

	private final OriginLanguages languages = new OriginLanguages();

	private final Advisor advisor = new Advisor(this.languages);

	private final OriginEntry entry;

	private final OriginLanguage language;

	private @Nullable Confinement confinement;

	private @Nullable Advice advice;

	private Judged(EntryKind kind, String text) {
		this.entry = this.languages.parser().parse(kind, text);
		this.language = this.languages.of(this.entry);
	}

	public static Judged exact(String text) {
		return new Judged(EntryKind.EXACT, text);
	}

	public static Judged pattern(String text) {
		return new Judged(EntryKind.PATTERN, text);
	}

	public static Judged regex(String text) {
		return new Judged(EntryKind.REGEX, text);
	}

	public OriginLanguage language() {
		return this.language;
	}

	public Confinement confinement() {
		Confinement known = this.confinement;
		if (known == null) {
			known = this.language.confinement();
			this.confinement = known;
		}
		return known;
	}

	public Advice advice() {
		Advice known = this.advice;
		if (known == null) {
			known = this.advisor.explain(this.entry, confinement());
			this.advice = known;
		}
		return known;
	}

	public @Nullable String matchable() {
		return this.advisor.matchable(this.entry);
	}

	public @Nullable String secure() {
		return this.advisor.secure(this.entry);
	}

}
