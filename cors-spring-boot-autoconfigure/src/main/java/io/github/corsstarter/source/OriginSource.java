package io.github.corsstarter.source;

/**
 * Has origins that policies allow besides the configured ones. A policy names the bean as
 * its {@code origin-source}; how it is loaded is set under {@code cors.origin-sources}.
 */
@FunctionalInterface
public interface OriginSource {

	/**
	 * Hand over every origin of every tenant there is. It is called in the background,
	 * never by a request and never twice at a time, and may take as long as it likes.
	 * @param sink takes the origins
	 * @throws Exception if they cannot be loaded; what was loaded before is kept
	 */
	void load(Sink sink) throws Exception;

	/**
	 * Takes origins from any thread, until {@link OriginSource#load load} returns.
	 */
	interface Sink {

		/**
		 * Add an origin of a tenant. One that is not safe is left out and counted; one
		 * that is there already changes nothing.
		 * @param tenant the tenant, in the form in which requests name it: with
		 * {@code tenant: host} the host
		 * @param origin the origin, such as {@code https://www.example.com}, or
		 * {@code https://*.example.com} for all names below a domain
		 * @throws IllegalStateException if there are more origins than
		 * {@code max-origins} allows, to end the load
		 */
		void add(String tenant, String origin);

	}

}
