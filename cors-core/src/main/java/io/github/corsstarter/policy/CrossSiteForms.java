package io.github.corsstarter.policy;

import java.util.Locale;

/**
 * Whose forms a policy lets through: navigations of another site whose method is neither
 * {@code GET} nor {@code HEAD}. The text of a constant is the word of the property.
 */
public enum CrossSiteForms {

	/**
	 * Those of every site, as without a policy.
	 */
	ALLOW,

	/**
	 * Those of the origins that the policy allows.
	 */
	LISTED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
