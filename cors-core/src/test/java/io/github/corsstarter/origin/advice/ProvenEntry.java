package io.github.corsstarter.origin.advice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code entries.tsv}: an entry and what is expected to be proven about it.
 *
 * @param kind {@code pattern} or {@code regex}
 * @param entry the entry as configured
 * @param verdict {@code confined}, {@code unbounded}, {@code any}, {@code unmatchable} or
 * {@code refused}
 * @param detail owners, counter-examples or a position, depending on the verdict
 * @param mistakes what is wrong with the entry, as its author is told
 * @param correction what to write instead
 * @param loopback the loopback example
 * @param privateNetwork the private network example
 * @param insecure the insecure example
 * @param source the repository that publishes the entry, or the software in whose
 * documentation or configuration it was published; {@code null} for an entry made up here
 */
record ProvenEntry(String kind, String entry, String verdict, String detail, @Nullable String mistakes,
		@Nullable String correction, @Nullable String loopback, @Nullable String privateNetwork,
		@Nullable String insecure, @Nullable String source) {

	private static final String RESOURCE = "entries.tsv";

	static Stream<ProvenEntry> all() {
		try (InputStream input = Objects.requireNonNull(ProvenEntry.class.getResourceAsStream(RESOURCE))) {
			return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> line.startsWith("pattern\t") || line.startsWith("regex\t"))
				.map((line) -> of(line.split("\t", -1)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<ProvenEntry> withVerdict(String verdict) {
		return all().filter((entry) -> entry.verdict.equals(verdict));
	}

	private static ProvenEntry of(String[] columns) {
		return new ProvenEntry(columns[0], columns[1], columns[2], columns[3], optional(columns[4]),
				optional(columns[5]), optional(columns[6]), optional(columns[7]), optional(columns[8]),
				optional(columns[9]));
	}

	private static @Nullable String optional(String column) {
		return column.equals("-") ? null : column;
	}

	List<String> details() {
		String separator = this.verdict.equals("confined") ? ", " : " ";
		return (optional(this.detail) != null) ? List.of(this.detail.split(separator)) : List.of();
	}

	boolean isRegex() {
		return this.kind.equals("regex");
	}

	Judged judged() {
		return judged(this.entry);
	}

	/**
	 * Parse the correction. In place of a pattern it may be a regular expression.
	 * @return the correction
	 */
	Judged corrected() {
		String text = Objects.requireNonNull(this.correction);
		return (text.indexOf('\\') >= 0) ? Judged.regex(text) : judged(text);
	}

	/**
	 * Parse an entry of the same kind.
	 * @param text an entry
	 * @return the entry
	 */
	Judged judged(String text) {
		return isRegex() ? Judged.regex(text) : Judged.pattern(text);
	}

	@Override
	public String toString() {
		return this.kind + " " + this.entry;
	}

}
