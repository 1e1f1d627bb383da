package io.github.corsstarter.reload;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.corsstarter.comparison.Change;
import io.github.corsstarter.policy.text.Escape;
import io.github.corsstarter.validation.report.FailureText;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * What the log says of each attempt. The same content is refused in the log once, however
 * often it is tried. Not safe for use by several threads.
 */
final class ReloadLog {

	private static final Log logger = LogFactory.getLog(CorsPolicyReloader.class);

	private static final int SHOWN = 5;

	private String refused = "";

	private List<String> restartNeeded = List.of();

	void write(ReloadTrigger trigger, Reading read, Judgement judgement, PoliciesInForce.State before,
			ReloadStatus status) {
		switch (judgement.outcome()) {
			case UNCHANGED -> this.refused = "";
			case APPLIED -> {
				this.refused = "";
				logger.info("CORS: reloaded after " + cause(trigger) + ", revision " + status.revision()
						+ changes(judgement.changes()));
				if (!status.startable()) {
					logger.warn(
							"CORS: a start with this configuration would fail. " + (judgement.restartNeeded().isEmpty()
									? "The violations were there before: see the endpoint 'cors'"
									: "The command 'check' shows why"));
				}
			}
			case REFUSED -> writeRefused(read, judgement, before, status);
		}
		if (!judgement.restartNeeded().isEmpty() && !judgement.restartNeeded().equals(this.restartNeeded)) {
			logger.warn("CORS: a change of " + String.join(", ", judgement.restartNeeded())
					+ " takes effect only when the application is restarted");
		}
		this.restartNeeded = judgement.restartNeeded();
	}

	private void writeRefused(Reading read, Judgement judgement, PoliciesInForce.State before, ReloadStatus status) {
		String content = read.files() + read.texts();
		if (content.equals(this.refused)) {
			return;
		}
		this.refused = content;
		FailureText text = new FailureText(judgement.report());
		String since = DateTimeFormatter.ISO_INSTANT
			.format(before.since().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
		logger.error("CORS: the changed configuration is refused; the policies of " + since + " (revision "
				+ status.revision() + ") stay in force"
				+ (judgement.startable() ? "" : ", and a start with it would fail") + ". " + text.description() + "\n\n"
				+ text.action(), judgement.failure());
	}

	private static String cause(ReloadTrigger trigger) {
		return switch (trigger) {
			case REFRESH -> "a refresh";
			case FILES -> "a change of files";
			case CALL -> "a call";
		};
	}

	private static String changes(List<Change> changes) {
		Map<String, List<Change>> byPolicy = new LinkedHashMap<>();
		for (Change change : changes) {
			byPolicy.computeIfAbsent(Objects.requireNonNullElse(change.policy(), ""), (name) -> new ArrayList<>())
				.add(change);
		}
		List<String> texts = new ArrayList<>();
		byPolicy.forEach((policy, own) -> texts.add("'" + Escape.escape(policy) + "' " + changesOf(own)));
		return texts.isEmpty() ? "" : ": " + String.join("; ", texts);
	}

	private static String changesOf(List<Change> changes) {
		List<String> parts = new ArrayList<>();
		add(parts, "also allows ", changes, Change.Direction.WIDER);
		add(parts, "no longer allows ", changes, Change.Direction.NARROWER);
		add(parts, "has another ", changes, Change.Direction.NONE);
		return String.join(", ", parts);
	}

	private static void add(List<String> parts, String verb, List<Change> changes, Change.Direction direction) {
		List<String> elements = changes.stream()
			.filter((change) -> change.direction() == direction)
			.map(ReloadLog::element)
			.distinct()
			.toList();
		if (!elements.isEmpty()) {
			List<String> shown = elements.subList(0, Math.min(SHOWN, elements.size()));
			parts.add(verb + String.join(", ", shown)
					+ ((elements.size() > SHOWN) ? " and " + (elements.size() - SHOWN) + " more" : ""));
		}
	}

	private static String element(Change change) {
		String detail = Escape.escape(change.detail());
		return switch (change.kind()) {
			case ORIGIN -> detail;
			case CREDENTIALS -> "credentials";
			default -> change.kind() + " " + detail;
		};
	}

}
