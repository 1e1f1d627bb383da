package io.github.corsstarter.validation.rule;

import java.util.function.Consumer;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.CorsPolicyDefinition;
import io.github.corsstarter.validation.report.Finding;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.subject.Remedy;
import io.github.corsstarter.validation.subject.Subject;
import org.jspecify.annotations.Nullable;

/**
 * {@code invalid-path}: an entry that is not a path pattern.
 */
final class InvalidPathRule implements Rule {

	private final PathSyntax syntax;

	/**
	 * Create the rule.
	 * @param syntax knows which patterns can be parsed
	 */
	InvalidPathRule(PathSyntax syntax) {
		this.syntax = syntax;
	}

	@Override
	public void check(Subject subject, Consumer<Finding> findings) {
		for (CorsPolicyDefinition definition : subject.definitions()) {
			for (ConfiguredValue<String> path : Subject.values(definition.paths())) {
				String problem = problem(path.value());
				if (problem != null) {
					findings.accept(Finding.of(RuleId.INVALID_PATH, definition.name(), path, problem,
							Remedy.correct(path, correction(path.value()))));
				}
			}
		}
	}

	private @Nullable String problem(String path) {
		if (path.contains("${")) {
			return "The placeholder is not resolved: no property or environment variable of that name is set.";
		}
		if (path.contains("://")) {
			return "A path pattern has no scheme and host: it is relative to the application.";
		}
		if (!path.startsWith("/")) {
			return "A path pattern begins with a slash.";
		}
		if (path.indexOf('?') >= 0 || path.indexOf('#') >= 0) {
			return "A path pattern has no ? and no #: queries and fragments are not part of a path.";
		}
		if (path.contains("**") && path.indexOf("**") < path.length() - 2) {
			return "Only the end of a path pattern may be **.";
		}
		return this.syntax.problem(path);
	}

	private @Nullable String correction(String path) {
		String correction = path;
		if (path.contains("://")) {
			int slash = path.indexOf('/', path.indexOf("://") + 3);
			correction = (slash >= 0) ? path.substring(slash) : "/**";
		}
		else if (!path.startsWith("/")) {
			correction = "/" + path;
		}
		return (!correction.equals(path) && problem(correction) == null) ? correction : null;
	}

}
