package io.github.corsstarter.deployment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Prometheus has after it has read the meters of an application once.
 */
final class Scrape {

	private static final Pattern TYPE = Pattern.compile("^# TYPE (\\w+) (\\w+)$", Pattern.MULTILINE);

	private static final Pattern SAMPLE = Pattern.compile("^(\\w+)(?:\\{(.*)\\})? (\\S+)$", Pattern.MULTILINE);

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

	private final Map<String, String> types;

	private final List<Sample> samples;

	/**
	 * Reads a scrape.
	 * @param text the text format of Prometheus
	 * @param target the labels that Prometheus adds to each sample
	 */
	Scrape(String text, Map<String, String> target) {
		this.types = TYPE.matcher(text)
			.results()
			.collect(Collectors.toMap((type) -> type.group(1), (type) -> type.group(2)));
		this.samples = SAMPLE.matcher(text).results().map((sample) -> sample(sample, target)).toList();
	}

	private static Sample sample(MatchResult sample, Map<String, String> target) {
		Map<String, String> labels = new LinkedHashMap<>(target);
		if (sample.group(2) != null) {
			LABEL.matcher(sample.group(2)).results().forEach((label) -> labels.put(label.group(1), label.group(2)));
		}
		return new Sample(sample.group(1), labels, Double.parseDouble(sample.group(3)));
	}

	/**
	 * Return the names of the starter's meters.
	 * @return the names
	 */
	Set<String> names() {
		return this.samples.stream()
			.map(Sample::name)
			.filter((name) -> name.startsWith("cors_"))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	boolean isCounter(String name) {
		return "counter".equals(this.types.get(name));
	}

	/**
	 * Return the sum of the samples that a selector selects.
	 * @param name the name of the meter
	 * @param matchers what is asked of labels
	 * @return the sum
	 */
	double sum(String name, Matcher... matchers) {
		return select(name, List.of(matchers)).stream().mapToDouble(Sample::value).sum();
	}

	/**
	 * Return the labels of what a selector selects.
	 * @param name the name of the meter
	 * @param matchers what is asked of labels
	 * @return the names of the labels
	 */
	Set<String> labels(String name, Collection<Matcher> matchers) {
		return new TreeSet<>(select(name, matchers).get(0).labels().keySet());
	}

	private List<Sample> select(String name, Collection<Matcher> matchers) {
		List<Sample> named = this.samples.stream().filter((sample) -> sample.name().equals(name)).toList();
		Map<String, Set<String>> known = new TreeMap<>();
		named.forEach((sample) -> sample.labels()
			.forEach((label, value) -> known.computeIfAbsent(label, (key) -> new TreeSet<>()).add(value)));
		List<Sample> selected = named;
		for (Matcher matcher : matchers) {
			if (!known.getOrDefault(matcher.label(), Set.of()).contains(matcher.value())) {
				throw new IllegalArgumentException(name + " has no " + matcher + " but " + known);
			}
			selected = selected.stream().filter(matcher::matches).toList();
		}
		if (selected.isEmpty()) {
			throw new IllegalArgumentException("Nothing is " + name + matchers + " but " + names() + known);
		}
		return selected;
	}

	/**
	 * One line of a scrape.
	 *
	 * @param name the name of the meter
	 * @param labels its labels and their values
	 * @param value its value
	 */
	private record Sample(String name, Map<String, String> labels, double value) {

	}

	/**
	 * What a selector asks of a label.
	 *
	 * @param label the name of the label
	 * @param equal whether it must have the value, or another one
	 * @param value the value
	 */
	record Matcher(String label, boolean equal, String value) {

		private boolean matches(Sample sample) {
			return this.value.equals(sample.labels().get(this.label)) == this.equal;
		}

	}

}
