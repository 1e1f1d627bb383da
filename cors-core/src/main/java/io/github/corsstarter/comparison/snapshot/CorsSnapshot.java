package io.github.corsstarter.comparison.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The policies of an application with some active profiles, as they are committed and
 * compared. Equal policies make equal texts, whatever files they come from and in
 * whatever order they were written.
 * <p>
 * A policy that is disabled, or governs no path, is not part of a snapshot. With
 * {@code cors.enabled=false} there is none.
 *
 * @param profiles the active profiles, in the order in which they were given
 * @param production whether they make a production start
 * @param policies the policies by name
 * @param waivers the waivers
 * @param severities the severities that this deployment gives rules in place of their
 * own, {@code error}, {@code warn} or {@code off}, by the id of the rule; what a rule has
 * by itself is left out
 * @param reservedPaths literal paths that belong to parts of the application with CORS
 * settings of their own: they, and what is below them, are governed only by patterns that
 * begin with them
 */
public record CorsSnapshot(List<String> profiles, boolean production, List<SnapshotPolicy> policies,
		List<SnapshotWaiver> waivers, SortedMap<String, String> severities, List<String> reservedPaths) {

	/** The version of the text. */
	static final int FORMAT = 1;

	private static final int REVISION_LENGTH = 12;

	/**
	 * Normalise a snapshot.
	 * @throws IllegalArgumentException if two policies have the same name, or if two that
	 * are enforced govern the same path pattern
	 */
	public CorsSnapshot {
		profiles = List.copyOf(profiles);
		policies = policies.stream()
			.sorted(Comparator.comparing(SnapshotPolicy::name, CanonicalList.BY_CODE_POINT))
			.toList();
		checkUnique("Two policies have the name", policies.stream().map(SnapshotPolicy::name));
		checkUnique("Two policies govern",
				policies.stream()
					.filter((policy) -> !policy.reportOnly())
					.flatMap((policy) -> policy.paths().stream()));
		waivers = waivers.stream().distinct().sorted(SnapshotWaiver.ORDER).toList();
		SortedMap<String, String> sorted = new TreeMap<>(CanonicalList.BY_CODE_POINT);
		sorted.putAll(severities);
		severities = Collections.unmodifiableSortedMap(sorted);
		reservedPaths = CanonicalList.of(reservedPaths, Spelling::ofReservedPath);
	}

	private static void checkUnique(String problem, Stream<String> texts) {
		Set<String> seen = new HashSet<>();
		texts.filter((text) -> !seen.add(text)).findFirst().ifPresent((text) -> {
			throw new IllegalArgumentException(problem + " '" + text + "'.");
		});
	}

	/**
	 * Read a snapshot. Order and blanks do not matter, but nothing may be there that this
	 * version does not know, or that no configuration could have.
	 * @param json the text of a snapshot
	 * @return the snapshot
	 * @throws SnapshotSyntaxException if the text is not a snapshot of this version
	 */
	public static CorsSnapshot parse(String json) throws SnapshotSyntaxException {
		return SnapshotReader.read(json);
	}

	/**
	 * Return a snapshot of other policies that are judged alike.
	 * @param policies the policies in any order
	 * @return the snapshot
	 * @throws IllegalArgumentException if two policies have the same name, or if two that
	 * are enforced govern the same path pattern
	 */
	public CorsSnapshot withPolicies(List<SnapshotPolicy> policies) {
		return new CorsSnapshot(this.profiles, this.production, policies, this.waivers, this.severities,
				this.reservedPaths);
	}

	/**
	 * Return the canonical text: one member or element a line, indented by two blanks,
	 * and a line feed at the end.
	 * @return a JSON object
	 */
	public String toJson() {
		return JsonWriter.write(toMembers()) + "\n";
	}

	/**
	 * Return what the canonical text consists of.
	 * @return the members of the JSON object by name, in order: texts, numbers, booleans,
	 * lists and maps
	 */
	public Map<String, Object> toMembers() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("format", FORMAT);
		members.put("profiles", this.profiles);
		members.put("production", this.production);
		members.put("policies", policyMembers());
		members.put("waivers", this.waivers.stream().map(SnapshotWaiver::toMembers).toList());
		members.put("severities", this.severities);
		if (!this.reservedPaths.isEmpty()) {
			members.put("reservedPaths", this.reservedPaths);
		}
		return members;
	}

	/**
	 * Return what tells these policies from others: the first 12 hexadecimal digits of a
	 * SHA-256 of the list of policies, in UTF-8, as it stands in {@link #toJson()} from
	 * its opening to its closing bracket.
	 * @return a text that is equal for equal policies
	 */
	public String revision() {
		String text = JsonWriter.write(policyMembers(), 1);
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest).substring(0, REVISION_LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private List<Map<String, Object>> policyMembers() {
		return this.policies.stream().map(SnapshotPolicy::toMembers).toList();
	}

}
