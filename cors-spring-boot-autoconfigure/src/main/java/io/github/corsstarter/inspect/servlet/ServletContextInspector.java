package io.github.corsstarter.inspect.servlet;

import java.util.List;

import io.github.corsstarter.inspect.CorsSourceInspector;
import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Standing;

/**
 * Reads what the context of a further dispatcher servlet has. Spring Boot registers none
 * of its filters with the server, so that none of them decides ahead of the policies.
 *
 * @param inspector reads it
 */
record ServletContextInspector(CorsSourceInspector inspector) implements CorsSourceInspector {

	@Override
	public CorsSource.Kind kind() {
		return this.inspector.kind();
	}

	@Override
	public List<CorsSource> inspect() {
		return this.inspector.inspect().stream().map((source) -> source.standing(Standing.BEHIND)).toList();
	}

}
