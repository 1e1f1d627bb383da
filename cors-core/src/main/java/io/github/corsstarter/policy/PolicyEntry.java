package io.github.corsstarter.policy;

import io.github.corsstarter.origin.EntryKind;
import io.github.corsstarter.origin.OriginSyntaxException;
import io.github.corsstarter.origin.entry.AnyOrigin;
import io.github.corsstarter.origin.entry.OriginEntry;
import io.github.corsstarter.origin.entry.OriginEntryParser;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a policy's three origin lists, as it was written and as it is matched.
 *
 * @param configured the entry as it was written
 * @param parsed the entry as it is matched, or {@code null} if it is not valid
 * @param error why it is not valid, or {@code null}
 */
public record PolicyEntry(ConfiguredValue<String> configured, @Nullable OriginEntry parsed,
		@Nullable OriginSyntaxException error) {

	static PolicyEntry parse(ConfiguredValue<String> configured, EntryKind kind, OriginEntryParser parser) {
		try {
			return new PolicyEntry(configured, parser.parse(kind, configured.value()), null);
		}
		catch (OriginSyntaxException ex) {
			return new PolicyEntry(configured, null, ex);
		}
	}

	/**
	 * Return the entry as it is matched.
	 * @return the entry
	 * @throws OriginSyntaxException if it is not valid
	 */
	public OriginEntry entry() {
		if (this.error != null) {
			throw this.error;
		}
		if (this.parsed == null) {
			throw new IllegalStateException("Neither valid nor refused: " + this.configured);
		}
		return this.parsed;
	}

	boolean accepts(String origin, boolean open) {
		return (open && this.parsed == AnyOrigin.INSTANCE) || entry().matches(origin);
	}

}
