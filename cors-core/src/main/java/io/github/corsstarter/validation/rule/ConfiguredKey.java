package io.github.corsstarter.validation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.corsstarter.policy.ConfiguredValue;
import io.github.corsstarter.policy.Location;

/**
 * A key under {@code cors.} as it was written in a file or as an environment variable,
 * without the index of a list element at its end.
 */
final class ConfiguredKey {

	/** A name, or a map key in brackets, and the indexes after it. */
	private static final Pattern DOTTED = Pattern
		.compile("\\.?(\\[[^\\]]*[^\\]0-9][^\\]]*\\]|[^.\\[]+)((?:\\[\\d+\\])*)");

	private static final Pattern UNDERSCORED = Pattern.compile("_?([^_]+)((?:_\\d+(?=_|$))*)_?");

	private static final Pattern TRAILING_INDEX = Pattern.compile("(\\[\\d+\\]|_\\d+_?)+$");

	private final ConfiguredValue<String> configured;

	private final String text;

	private final String index;

	private final boolean underscored;

	private ConfiguredKey(ConfiguredValue<String> configured) {
		this.configured = configured;
		this.text = TRAILING_INDEX.matcher(configured.value()).replaceFirst("");
		this.index = configured.value().substring(this.text.length());
		this.underscored = this.text.indexOf('.') < 0;
	}

	static ConfiguredKey of(ConfiguredValue<String> configured) {
		return new ConfiguredKey(configured);
	}

	/**
	 * Returns the key and where it is written, as a value to report.
	 * @return the whole key, as property and value
	 */
	ConfiguredValue<String> reported() {
		return ConfiguredValue.of(this.text, this.text, this.configured.location());
	}

	/**
	 * Returns the key with the index at its end, as a value to report.
	 * @return the key of one element, as property and value
	 */
	ConfiguredValue<String> reportedElement() {
		return ConfiguredValue.of(this.configured.value(), this.configured.value(), this.configured.location());
	}

	/**
	 * Tells whether the key was written with the index of a list element at its end.
	 * @return {@code true} for an element
	 */
	boolean isElement() {
		return !this.index.isEmpty();
	}

	/**
	 * Tells whether the words of a name need not be told from the names of a path.
	 * @return {@code true} if the key comes from the system environment
	 */
	boolean isEnvironmentVariable() {
		return this.underscored || this.configured.location() instanceof Location.EnvironmentVariable;
	}

	/**
	 * Returns what follows after the prefix.
	 * @return the segments with their indexes
	 */
	List<Segment> segments() {
		List<Segment> segments = new ArrayList<>();
		Matcher matcher = (this.underscored ? UNDERSCORED : DOTTED).matcher(this.text);
		while (matcher.find()) {
			segments.add(new Segment(matcher.group(1), matcher.group(2)));
		}
		return segments.isEmpty() ? segments : segments.subList(1, segments.size());
	}

	/**
	 * Writes another key in the manner of this one.
	 * @param segments the segments after the prefix
	 * @return the key
	 */
	String spell(List<Segment> segments) {
		if (!this.underscored) {
			return segments.stream()
				.map((segment) -> segment.name() + segment.index())
				.collect(Collectors.joining(".", "cors.", ""))
				.replace(".[", "[");
		}
		return segments.stream()
			.map((segment) -> Nearness.uniform(segment.name()).toUpperCase(Locale.ROOT) + segment.index())
			.collect(Collectors.joining("_", "CORS_", ""));
	}

	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * One segment of a key.
	 *
	 * @param name the name, in brackets if it was written so
	 * @param index the index or indexes of list elements after it, as written; often
	 * empty
	 */
	record Segment(String name, String index) {

	}

}
