package io.github.corsstarter.report.migration;

import java.util.List;

import io.github.corsstarter.policy.text.Escape;

/**
 * Writes migrated policies as the {@code cors:} part of an {@code application.yml}.
 */
final class MigrationYaml {

	private final StringBuilder text = new StringBuilder();

	private MigrationYaml() {
	}

	/**
	 * Write policies.
	 * @param policies the policies
	 * @param leftOut policies of which nothing is left
	 * @return the YAML, with a line feed at its end
	 */
	static String of(List<MigratedPolicy> policies, List<MigratedPolicy> leftOut) {
		MigrationYaml yaml = new MigrationYaml();
		yaml.line("cors:");
		yaml.line(policies.isEmpty() ? "  policies: {}" : "  policies:");
		policies.forEach(yaml::write);
		for (MigratedPolicy policy : leftOut) {
			yaml.line("    # '" + policy.name() + "' has no path that a policy can have");
			policy.leftOut().forEach((entry) -> yaml.comment("    ", policy, entry));
		}
		return yaml.text.toString();
	}

	private void write(MigratedPolicy policy) {
		line("    " + policy.name() + ":");
		list(policy, "paths");
		list(policy, "allowed-origins");
		if (has(policy, "allowed-origin-patterns")) {
			list(policy, "allowed-origin-patterns");
		}
		list(policy, "allowed-methods");
		list(policy, "allowed-headers");
		if (has(policy, "exposed-headers")) {
			list(policy, "exposed-headers");
		}
		line("      allow-credentials: " + policy.credentials());
		line("      max-age: " + policy.maxAge().toSeconds() + "s");
	}

	private static boolean has(MigratedPolicy policy, String key) {
		return !policy.list(key).isEmpty() || policy.leftOut().stream().anyMatch((entry) -> entry.key().equals(key));
	}

	private void list(MigratedPolicy policy, String key) {
		List<String> values = policy.list(key);
		line("      " + key + ":" + (values.isEmpty() ? " []" : ""));
		values.forEach((value) -> line("        - " + quote(value)));
		policy.leftOut()
			.stream()
			.filter((entry) -> entry.key().equals(key))
			.forEach((entry) -> comment("        ", policy, entry));
	}

	private void comment(String indent, MigratedPolicy policy, MigratedPolicy.LeftOut entry) {
		String lost = entry.key().equals("paths") ? ", " + Escape.escape(policy.audience()) : "";
		line(indent + "# - " + quote(entry.value()) + "   # " + entry.rule() + lost);
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	private static String quote(String value) {
		return "'" + Escape.escape(value).replace("'", "''") + "'";
	}

}
