package io.github.corsstarter.origin.proof;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whether every branch of an entry accepts http and https origins of one owner only.
 *
 * @param confined whether it does
 * @param owners when confined: the registrable domains of all branches in alphabetical
 * order, and the names of networks and reserved names; empty when no http or https origin
 * is accepted
 * @param counterExamples when not confined: up to three accepted origins that belong to
 * others than the owner who was probably meant; empty when the entry is too complicated
 * to be judged
 * @param faults when not confined: what in the entry is at fault, as far as it can be
 * told
 * @param correction when not confined: an entry to write instead, proven to be confined,
 * or {@code null} when there is no obvious one
 */
public record Confinement(boolean confined, List<String> owners, List<String> counterExamples, List<Fault> faults,
		@Nullable String correction) {

	public Confinement {
		owners = List.copyOf(owners);
		counterExamples = List.copyOf(counterExamples);
		faults = List.copyOf(faults);
	}

	public static Confinement to(List<String> owners) {
		return new Confinement(true, owners, List.of(), List.of(), null);
	}

	public static Confinement tooComplicated(String explanation) {
		return none(List.of(), List.of(new Fault(Kind.TOO_COMPLICATED, -1, explanation)), null);
	}

	public static Confinement none(List<String> counterExamples, List<Fault> faults, @Nullable String correction) {
		return new Confinement(false, List.of(), counterExamples, faults, correction);
	}

	/**
	 * What makes an entry accept the origins of strangers.
	 *
	 * @param kind the kind of mistake
	 * @param position the 0-based index in the entry of the character at fault, or -1
	 * when the whole entry is meant
	 * @param explanation one sentence, ending with a dot
	 */
	public record Fault(Kind kind, int position, String explanation) {

	}

	/**
	 * Kinds of mistakes.
	 */
	public enum Kind {

		/** A dot that was meant literally and matches any character. */
		UNESCAPED_DOT,

		/** A wildcard that goes over into the name without a dot between them. */
		MISSING_BOUNDARY,

		/** A host that begins as in another notation than regular expressions. */
		GLOB,

		/** A wildcard at the end, which is where the owner of a host is named. */
		TRAILING_WILDCARD,

		/** A wildcard directly below a suffix under which anybody gets names. */
		PUBLIC_SUFFIX,

		/**
		 * The entry is too complicated to be judged, alone or together with the others.
		 */
		TOO_COMPLICATED

	}

}
