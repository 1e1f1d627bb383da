package io.github.corsstarter.reload;

import io.github.corsstarter.validation.report.Finding;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What was read at one time.
 *
 * @param environment the configuration; {@code null} if there is a problem
 * @param texts every key that matters with its value
 * @param places where a start would look for files
 * @param files a digest of these files
 * @param problem why the configuration could not be read, or {@code null}
 */
record Reading(@Nullable ConfigurableEnvironment environment, String texts, ConfigPlaces places, String files,
		@Nullable Finding problem) {

	/**
	 * Return whether the same was read another time.
	 */
	boolean isSameAs(Reading other) {
		return this.texts.equals(other.texts) && this.files.equals(other.files);
	}

	Reading unsettled(String problem) {
		return new Reading(null, this.texts, this.places, this.files, UnstableConfiguration.unsettled(problem));
	}

}
