package io.github.corsstarter.site;

/**
 * Text as HTML.
 */
final class Html {

	private Html() {
	}

	/**
	 * Return a text as it is written in an element or in an attribute's quotes.
	 * @param text the text
	 * @return its HTML
	 */
	static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
