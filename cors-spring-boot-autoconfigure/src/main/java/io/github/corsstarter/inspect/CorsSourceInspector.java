package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;

/**
 * Reads one kind of CORS configuration that the application has outside of
 * {@code cors.*}. What it finds but cannot read it returns without a configuration, so
 * that nothing is left out and nothing guessed.
 */
public interface CorsSourceInspector {

	/**
	 * Return what this inspector reads, to name what it could not read.
	 * @return the kind of configuration
	 */
	CorsSource.Kind kind();

	/**
	 * Reads the configuration. All singletons exist by then, and no request has been
	 * answered.
	 * @return what was found, in a stable order
	 */
	List<CorsSource> inspect();

}
