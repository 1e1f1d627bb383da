package io.github.corsstarter.comparison.snapshot;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the members of a snapshot.
 */
final class SnapshotReader {

	private static final Set<String> SNAPSHOT = Set.of("format", "profiles", "production", "policies", "waivers",
			"severities", "reservedPaths");

	private static final Set<String> POLICY = Set.of("name", "paths", "origins", "originPatterns", "originRegexes",
			"methods", "headers", "exposedHeaders", "credentials", "maxAge", "preflightStatus", "crossSiteForms",
			"timingAllowOrigin", "enforcement", "originSource");

	private static final Set<String> WAIVER = Set.of("rule", "value", "policy", "reason", "expires");

	private static final List<String> SEVERITIES = List.of("error", "warn", "off");

	private SnapshotReader() {
	}

	static CorsSnapshot read(String text) throws SnapshotSyntaxException {
		JsonNode document = JsonReader.read(text);
		JsonNode format = document.member("format");
		if (format.integer() != CorsSnapshot.FORMAT) {
			throw format.fault("This is format " + format.integer() + ", and this version reads format "
					+ CorsSnapshot.FORMAT + " only.");
		}
		JsonNode reservedPaths = document.members(SNAPSHOT).get("reservedPaths");
		List<SnapshotPolicy> policies = new ArrayList<>();
		for (JsonNode policy : document.member("policies").elements()) {
			policies.add(policy(policy));
		}
		List<SnapshotWaiver> waivers = new ArrayList<>();
		for (JsonNode waiver : document.member("waivers").elements()) {
			waivers.add(waiver(waiver));
		}
		Map<String, String> severities = new TreeMap<>();
		for (Map.Entry<String, JsonNode> severity : document.member("severities").members().entrySet()) {
			severities.put(severity.getKey(), severity.getValue().word(SEVERITIES));
		}
		try {
			return new CorsSnapshot(document.member("profiles").strings((profile) -> profile),
					document.member("production").bool(), policies, waivers, new TreeMap<>(severities),
					(reservedPaths != null) ? reservedPaths.strings(Spelling::ofReservedPath) : List.of());
		}
		catch (IllegalArgumentException ex) {
			throw document.member("policies").fault(String.valueOf(ex.getMessage()));
		}
	}

	private static SnapshotPolicy policy(JsonNode policy) throws SnapshotSyntaxException {
		JsonNode source = policy.members(POLICY).get("originSource");
		return new SnapshotPolicy(policy.member("name").string(), policy.member("paths").strings(Spelling::ofPath),
				policy.member("origins").strings(Spelling::ofOrigin),
				policy.member("originPatterns").strings(Spelling::ofOriginPattern),
				policy.member("originRegexes").strings(Spelling::ofOriginRegex),
				policy.member("methods").strings(Spelling::ofMethod),
				policy.member("headers").strings(Spelling::ofHeader),
				policy.member("exposedHeaders").strings(Spelling::ofHeader), policy.member("credentials").bool(),
				maxAge(policy.member("maxAge")), status(policy.member("preflightStatus")),
				choice(policy.member("crossSiteForms"), "allow", "listed"), policy.member("timingAllowOrigin").bool(),
				choice(policy.member("enforcement"), "enforce", "report-only"),
				(source != null) ? source.string() : null);
	}

	private static SnapshotWaiver waiver(JsonNode waiver) throws SnapshotSyntaxException {
		Map<String, JsonNode> members = waiver.members(WAIVER);
		JsonNode policy = members.get("policy");
		JsonNode expires = members.get("expires");
		return new SnapshotWaiver(waiver.member("rule").string(), waiver.member("value").string(),
				(policy != null) ? policy.string() : null, waiver.member("reason").string(),
				(expires != null) ? date(expires) : null);
	}

	private static boolean choice(JsonNode node, String no, String yes) throws SnapshotSyntaxException {
		return node.word(List.of(no, yes)).equals(yes);
	}

	private static Duration maxAge(JsonNode node) throws SnapshotSyntaxException {
		try {
			Duration duration = Duration.parse(node.string());
			if (!duration.isNegative()) {
				return duration;
			}
		}
		catch (DateTimeParseException ex) {
			// Refused below
		}
		throw node.fault("This is not a time such as PT30M.");
	}

	private static int status(JsonNode node) throws SnapshotSyntaxException {
		int status = node.integer();
		if (status < 200 || status > 299) {
			throw node.fault("A preflight that is allowed has a status from 200 to 299.");
		}
		return status;
	}

	private static LocalDate date(JsonNode node) throws SnapshotSyntaxException {
		try {
			return LocalDate.parse(node.string());
		}
		catch (DateTimeParseException ex) {
			throw node.fault("This is not a date such as 2027-06-30.");
		}
	}

}
