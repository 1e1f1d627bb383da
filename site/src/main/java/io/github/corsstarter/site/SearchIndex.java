package io.github.corsstarter.site;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;

/**
 * The text of each section, as a script that a page loads from wherever the site lies.
 */
final class SearchIndex {

	private final StringBuilder sections = new StringBuilder();

	/**
	 * Add the sections of a page: what follows a heading, up to the next.
	 * @param page the page
	 */
	void add(Page page) {
		String heading = page.title();
		String anchor = "";
		StringBuilder text = new StringBuilder();
		for (Node node = page.document().getFirstChild(); node != null; node = node.getNext()) {
			if (node instanceof Heading next) {
				add(page, heading, anchor, text);
				heading = Page.text(next);
				anchor = page.anchors().getOrDefault(next, "");
			}
			else {
				text.append(Page.text(node)).append(' ');
			}
		}
		add(page, heading, anchor, text);
	}

	private void add(Page page, String heading, String anchor, StringBuilder text) {
		if (anchor.isEmpty() && text.isEmpty()) {
			return;
		}
		this.sections.append("\n  [");
		for (String part : new String[] { page.file() + "#" + anchor, page.title(), heading }) {
			this.sections.append(quoted(part)).append(", ");
		}
		this.sections.append(quoted(text.toString().replaceAll("\\s+", " ").strip())).append("],");
		text.setLength(0);
	}

	private static String quoted(String text) {
		StringBuilder quoted = new StringBuilder("\"");
		text.chars().forEach((character) -> {
			if (character == '"' || character == '\\' || character < ' ') {
				quoted.append("\\u%04x".formatted(character));
			}
			else {
				quoted.append((char) character);
			}
		});
		return quoted.append('"').toString();
	}

	/**
	 * Return the script.
	 * @return a constant with the address, page, heading and text of each section
	 */
	String script() {
		return "'use strict';\n\nconst sections = [" + this.sections + "\n];\n";
	}

}
