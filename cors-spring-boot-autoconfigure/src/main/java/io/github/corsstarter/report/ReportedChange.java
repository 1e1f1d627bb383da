package io.github.corsstarter.report;

import java.util.Locale;

/**
 * What a report-only policy would change if it were enforced. The {@link #toString()
 * word} is the same wherever a person meets it.
 */
public enum ReportedChange {

	/** A page that can read the answer could no longer read it. */
	WOULD_BREAK,

	/** A page that cannot read the answer could. */
	WOULD_OPEN,

	/** A request whose answer no page can read would no longer reach the application. */
	WOULD_STOP,

	/** A page could read the answer as before, with other headers. */
	WOULD_DIFFER,

	/** Nothing that a browser would notice. */
	SAME;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
