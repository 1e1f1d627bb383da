package io.github.corsstarter.report.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;

/**
 * The policies that do what an application's other CORS configuration does today, and
 * where they do not.
 */
public final class Migration {

	private Migration() {
	}

	/**
	 * Migrate an application.
	 * @param sources its CORS configuration outside of {@code cors.*}
	 * @param application answers as the whole of it does
	 * @param handlers the paths of its handlers
	 * @param limit runs what asks the application, in a thread of its own and for no
	 * longer than it may take, and tells whether it came to its end
	 * @return {@code yaml}, {@code notes} and {@code differences}, as JSON has them
	 */
	public static Map<String, Object> of(List<JudgedSource> sources, Respondent application, List<HandlerPath> handlers,
			BiPredicate<Duration, Runnable> limit) {
		AskedApplication asked = new AskedApplication(application, limit);
		MigratedSources migrated = MigratedSources.of(sources, asked);
		StartableMigration startable = StartableMigration.of(migrated.policies());
		List<String> notes = new ArrayList<>(migrated.notes());
		notes.addAll(startable.notes());
		MigrationComparison comparison = MigrationComparison.of(migrated, startable, asked, handlers);
		notes.addAll(comparison.notes());
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("yaml", MigrationYaml.of(startable.policies(), startable.withoutPaths()));
		members.put("notes", notes);
		members.put("differences", comparison.differences());
		return members;
	}

}
