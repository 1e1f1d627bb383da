package io.github.corsstarter.origin.data;

/**
 * How many origins there may be.
 *
 * @param perTenant the most that one tenant may have
 * @param all the most that all tenants together may have
 */
public record OriginLimits(int perTenant, int all) {

}
