package io.github.corsstarter.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.github.corsstarter.comparison.Change.Direction;
import io.github.corsstarter.comparison.snapshot.JsonWriter;

/**
 * A comparison as people and programs read it. Every text ends with a line feed.
 */
public final class ComparisonText {

	private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9.-]+");

	private final CorsComparison comparison;

	private ComparisonText(CorsComparison comparison) {
		this.comparison = comparison;
	}

	/**
	 * Create the texts of a comparison.
	 * @param comparison the comparison
	 * @return its texts
	 */
	public static ComparisonText of(CorsComparison comparison) {
		return new ComparisonText(comparison);
	}

	/**
	 * Return the comparison for a terminal: a sentence with the verdict, then one for
	 * each change, under headings that say in which direction it goes.
	 * @return plain text
	 */
	public String toText() {
		ChangeSentence sentences = new ChangeSentence(UnaryOperator.identity(), (name) -> "'" + name + "'");
		StringBuilder text = new StringBuilder(verdict()).append('\n');
		appendSections(text, sentences, UnaryOperator.identity(), "\n%s:\n\n", "  - %s\n");
		return text.toString();
	}

	/**
	 * Return the comparison for a pull request.
	 * @return a text in Markdown as GitHub reads it
	 */
	public String toMarkdown() {
		ChangeSentence sentences = new ChangeSentence(ComparisonText::codeSpan, ComparisonText::name);
		StringBuilder text = new StringBuilder("### CORS policies: ").append(this.comparison.verdict())
			.append("\n\n")
			.append(verdict())
			.append('\n');
		appendSections(text, sentences, ComparisonText::codeSpan, "\n**%s**\n\n", "- %s\n");
		return text.toString();
	}

	/**
	 * Return the comparison for programs: {@code verdict} and {@code changes}, each of
	 * them with {@code kind}, {@code direction}, and where they apply {@code policy} and
	 * {@code request}.
	 * @return a JSON object
	 */
	public String toJson() {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("verdict", this.comparison.verdict().toString());
		members.put("changes", this.comparison.changes().stream().map(ComparisonText::members).toList());
		return JsonWriter.write(members) + "\n";
	}

	private static Map<String, Object> members(Change change) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("kind", change.kind().toString());
		members.put("direction", change.direction().toString());
		if (change.policy() != null) {
			members.put("policy", change.policy());
		}
		if (change.request() != null) {
			members.put("request", members(change.request()));
		}
		return members;
	}

	private static Map<String, Object> members(PageRequest request) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("path", request.path());
		if (request.origin() != null) {
			members.put("origin", request.origin());
		}
		members.put("method", request.method());
		members.put("headers", request.headers());
		members.put("credentials", request.credentials());
		members.put("exposedHeaders", request.exposedHeaders());
		members.put("mode", request.mode().toString());
		return members;
	}

	private String verdict() {
		return switch (this.comparison.verdict()) {
			case EQUAL -> "The CORS policies allow the same as before.";
			case NARROWER -> "The CORS policies are narrower than before: they allow less, and nothing more.";
			case WIDER -> "The CORS policies are wider than before.";
			case INCOMPARABLE -> "The CORS policies are wider than before in one way, and narrower in another.";
			case CANNOT_TELL -> "Whether the CORS policies are wider than before cannot be told.";
		};
	}

	private void appendSections(StringBuilder text, ChangeSentence sentences, UnaryOperator<String> undecided,
			String heading, String item) {
		for (Direction direction : Direction.values()) {
			List<String> changes = this.comparison.changes()
				.stream()
				.filter((change) -> change.direction() == direction)
				.map(sentences::of)
				.toList();
			appendSection(text, heading.formatted(heading(direction)), item, changes);
		}
		appendSection(text, heading.formatted("Not decided"), item,
				this.comparison.undecided().stream().map(undecided).toList());
	}

	private static String heading(Direction direction) {
		return switch (direction) {
			case WIDER -> "Wider";
			case NARROWER -> "Narrower";
			case NONE -> "Also changed";
		};
	}

	private static void appendSection(StringBuilder text, String heading, String item, List<String> sentences) {
		if (!sentences.isEmpty()) {
			text.append(heading);
			sentences.forEach((sentence) -> text.append(item.formatted(sentence)));
		}
	}

	/**
	 * A name that could be read as Markdown is written as code.
	 */
	private static String name(String name) {
		return PLAIN_NAME.matcher(name).matches() ? "'" + name + "'" : codeSpan(name);
	}

	/**
	 * A code span is closed by as many backticks as open it, so that those within it need
	 * to be fewer.
	 */
	private static String codeSpan(String code) {
		String fence = "`";
		while (code.contains(fence)) {
			fence += "`";
		}
		boolean edge = code.isEmpty() || code.startsWith("`") || code.endsWith("`");
		return edge ? fence + " " + code + " " + fence : fence + code + fence;
	}

}
