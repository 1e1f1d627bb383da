package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.CorsSource;
import io.github.corsstarter.validation.source.Standing;

/**
 * Reads what is served on a port of its own.
 *
 * @param inspector reads it
 */
public record ApartInspector(CorsSourceInspector inspector) implements CorsSourceInspector {

	@Override
	public CorsSource.Kind kind() {
		return this.inspector.kind();
	}

	@Override
	public List<CorsSource> inspect() {
		return this.inspector.inspect().stream().map((source) -> source.standing(Standing.APART)).toList();
	}

}
