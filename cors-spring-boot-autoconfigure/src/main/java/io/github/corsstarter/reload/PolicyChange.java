package io.github.corsstarter.reload;

/**
 * A difference between the policies in force and those that were read, in the words that
 * a comparison of snapshots has for it.
 *
 * @param policy the name of the policy that it is about
 * @param kind what changed, such as {@code origin} or {@code path}
 * @param direction {@code wider}, {@code narrower} or {@code none}
 */
public record PolicyChange(String policy, String kind, String direction) {

}
