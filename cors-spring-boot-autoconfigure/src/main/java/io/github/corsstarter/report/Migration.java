package io.github.corsstarter.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.validation.source.JudgedSource;
import io.github.corsstarter.validation.source.Respondent;

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
	 * @param handled the paths of its handlers
	 * @return {@code yaml}, {@code notes} and {@code differences}, as JSON has them
	 */
	public static Map<String, Object> of(List<JudgedSource> sources, Respondent application,
			List<HandledPath> handled) {
		MigratedSources migrated = MigratedSources.of(sources, application);
		StartableMigration startable = StartableMigration.of(migrated.policies());
		List<String> notes = new ArrayList<>(migrated.notes());
		notes.addAll(startable.notes());
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("yaml", MigrationYaml.of(startable.policies(), startable.withoutPaths()));
		members.put("notes", notes);
		members.put("differences", MigrationComparison.differences(migrated, startable, application, handled));
		return members;
	}

}
