package io.github.corsstarter.origin.proof;

import java.util.List;

import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.owner.ReservedHosts;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on whether every branch of an entry accepts http and https origins of one
 * owner only.
 *
 * @param owners when confined: the registrable domains of all branches in alphabetical
 * order, and the names of networks and reserved names; empty when no http or https origin
 * is accepted
 * @param unconfined a branch that is not confined, or {@code null} when none was found
 * @param undecided why it cannot be told, one sentence or more, or {@code null} when it
 * can
 */
public record Confinement(List<String> owners, @Nullable Unconfined unconfined, @Nullable String undecided) {

	public Confinement {
		owners = List.copyOf(owners);
	}

	static Confinement to(List<String> owners) {
		return new Confinement(owners, null, null);
	}

	static Confinement undecided(String explanation) {
		return new Confinement(List.of(), null, explanation);
	}

	/**
	 * Return the verdict. What cannot be told is not confined.
	 * @return whether every branch is proven to be confined
	 */
	public boolean confined() {
		return this.unconfined == null && this.undecided == null;
	}

	/**
	 * Return whether the entry is worth proposing.
	 * @return whether every branch is confined, none of them to names of a single label,
	 * and something is accepted
	 */
	public boolean isProposable() {
		return confined() && !this.owners.isEmpty() && this.owners.stream().noneMatch(ReservedHosts::isSingleLabel);
	}

	/**
	 * A branch that accepts origins of several owners.
	 *
	 * @param branch the branch
	 * @param member an origin that it accepts
	 * @param otherOwner an origin that it accepts and that belongs to another owner
	 */
	public record Unconfined(Expression branch, String member, String otherOwner) {

	}

}
