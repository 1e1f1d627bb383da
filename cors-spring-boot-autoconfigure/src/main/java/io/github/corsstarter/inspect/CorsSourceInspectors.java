package io.github.corsstarter.inspect;

import java.util.List;

/**
 * The readers of all the CORS configuration that an application may have outside of
 * {@code cors.*}.
 */
@FunctionalInterface
public interface CorsSourceInspectors {

	/**
	 * Create the readers, for what there is by then.
	 * @return a reader for each kind of configuration
	 */
	List<CorsSourceInspector> inspectors();

}
