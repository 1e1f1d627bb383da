package io.github.corsstarter.inspect;

import java.util.List;

/**
 * The readers of all the CORS configuration that an application may have outside of
 * {@code cors.*}.
 *
 * @param inspectors read one kind of configuration each
 */
public record CorsSourceInspectors(List<CorsSourceInspector> inspectors) {

	public CorsSourceInspectors {
		inspectors = List.copyOf(inspectors);
	}

}
