package io.github.corsstarter.web;

/**
 * The attribute of a request that has the tenant by whose origins it was decided.
 */
public final class TenantAttribute {

	/** The name of the attribute; a constant that is not looked up. */
	public static final String NAME = "io.github.corsstarter.source.TENANT";

	private TenantAttribute() {
	}

}
