package io.github.corsstarter.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the cases that one entry of the table stands for: one for each element of
 * {@code for-each}, with repetitions such as <code>&lt;a*64&gt;</code> written out.
 */
final class CaseTemplate {

	private static final Pattern REPETITION = Pattern.compile("<([^<>*]+)\\*(\\d+)>");

	private CaseTemplate() {
	}

	static Stream<YamlNode> expand(YamlNode template) {
		YamlNode values = template.get("for-each");
		if (values == null) {
			return Stream.of(template.replaceTexts(CaseTemplate::repeat));
		}
		return values.elements().map(YamlNode::text).map((value) -> fill(template, value));
	}

	private static YamlNode fill(YamlNode template, String value) {
		String[] parts = value.split(" ");
		return template.replaceTexts((text) -> repeat(fill(text, value, parts)))
			.with("name", template.require("name").text() + " | " + value);
	}

	private static String fill(String text, String value, String[] parts) {
		String filled = text.replace("{each}", value);
		for (int i = 0; i < parts.length; i++) {
			filled = filled.replace("{each[" + i + "]}", parts[i]);
		}
		return filled;
	}

	private static String repeat(String text) {
		return REPETITION.matcher(text)
			.replaceAll((match) -> Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
	}

}
