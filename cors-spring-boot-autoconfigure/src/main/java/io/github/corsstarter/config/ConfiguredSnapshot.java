package io.github.corsstarter.config;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotPolicy;
import io.github.corsstarter.comparison.snapshot.SnapshotWaiver;
import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicy;
import io.github.corsstarter.policy.PolicyTable;
import io.github.corsstarter.validation.report.Deployment;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.subject.ValidationInput;
import io.github.corsstarter.validation.subject.WaiverDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What is configured, as it is committed and compared. The configuration has to be valid.
 */
final class ConfiguredSnapshot {

	private ConfiguredSnapshot() {
	}

	static CorsSnapshot of(ValidationInput input, @Nullable PolicyTable inForce) {
		Deployment deployment = input.deployment();
		List<CorsPolicy> policies = (inForce != null) ? inForce.all() : List.of();
		return new CorsSnapshot(deployment.activeProfiles(), deployment.production(),
				policies.stream().map(CorsPolicy::definition).map(SnapshotPolicy::of).toList(),
				waivers(input.waivers()), severities(input.severities(), deployment.production()),
				(inForce != null) ? inForce.reservedPaths() : List.of());
	}

	private static List<SnapshotWaiver> waivers(List<WaiverDefinition> definitions) {
		List<SnapshotWaiver> waivers = new ArrayList<>();
		for (WaiverDefinition definition : definitions) {
			String expires = text(definition.expires());
			LocalDate lastDay = (expires != null) ? WaiverDefinition.parseDate(expires) : null;
			waivers.add(new SnapshotWaiver(id(required(definition.rule())), required(definition.value()),
					text(definition.policy()), required(definition.reason()), lastDay));
		}
		return waivers;
	}

	/** What a rule has by itself is no setting. */
	private static SortedMap<String, String> severities(Map<String, ConfiguredValue<String>> configured,
			boolean production) {
		SortedMap<String, String> severities = new TreeMap<>();
		configured.forEach((rule, word) -> {
			RuleId id = RuleId.find(rule);
			Severity severity = Severity.parse(word.value());
			if (id != null && severity != null && severity != id.severity(production)) {
				severities.putIfAbsent(id.id(), severity.toString());
			}
		});
		return severities;
	}

	private static String id(String rule) {
		RuleId id = RuleId.find(rule);
		return (id != null) ? id.id() : rule;
	}

	private static String required(@Nullable ConfiguredValue<String> value) {
		return Objects.requireNonNull(text(value));
	}

	private static @Nullable String text(@Nullable ConfiguredValue<String> value) {
		return (value != null && !value.value().isBlank()) ? value.value().strip() : null;
	}

}
