package io.github.corsstarter.source;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The origins of tenants, for the application's own administration. A change is in force
 * on this instance alone when a method returns, and survives a load that runs, and one
 * that begins within a minute. Safe for use by several threads. Every method throws an
 * {@link IllegalArgumentException} if there is no {@link OriginSource} bean of that name.
 */
public interface TenantOrigins {

	/**
	 * Judge an origin, by the strictest policy that names the source, before it is saved.
	 * @param source the name of the source
	 * @param origin the origin as somebody typed it
	 * @return how it is to be saved, or why it cannot be
	 */
	Verdict check(String source, String origin);

	/**
	 * Replace the origins of a tenant, after they are committed wherever they are loaded
	 * from. A request sees either all of those before or all of those afterwards.
	 * @param source the name of the source
	 * @param tenant the tenant
	 * @param origins its origins from now on
	 * @return what became of each; where there are more than there may be, nothing is
	 * changed, and each is refused
	 */
	Result replace(String source, String tenant, Collection<String> origins);

	/**
	 * Remove a tenant with all of its origins.
	 * @param source the name of the source
	 * @param tenant the tenant
	 */
	void remove(String source, String tenant);

	/**
	 * Load a source in the background, once more if it is being loaded already.
	 * @param source the name of the source
	 */
	void reload(String source);

	/**
	 * What is to be said about an origin.
	 *
	 * @param normalized the origin in its normalised spelling, or {@code null} if it has
	 * none or is refused whatever it is
	 * @param rule the id of the rule that refuses it, or {@code null} if it can be saved
	 * @param message why it is refused, in words for the person who typed it, or
	 * {@code null}
	 */
	record Verdict(@Nullable String normalized, @Nullable String rule, @Nullable String message) {

	}

	/**
	 * What became of the origins of a tenant.
	 *
	 * @param accepted the origins that are in force, in their normalised spelling; empty
	 * if they were refused as a whole
	 * @param refused the origins that are left out
	 */
	record Result(List<String> accepted, List<Refused> refused) {

	}

	/**
	 * An origin that is left out.
	 *
	 * @param origin the origin as it was given
	 * @param rule the id of the rule that refuses it
	 * @param message why, in words for the person who typed it
	 */
	record Refused(String origin, String rule, String message) {

	}

}
