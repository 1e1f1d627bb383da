package io.github.corsstarter.documentation;

/**
 * A fenced example.
 *
 * @param page where it stands
 * @param line the line of its fence
 * @param language the language it is fenced as, blank where it has none
 * @param text what is fenced
 */
public record Example(Page page, int line, String language, String text) {

	@Override
	public String toString() {
		return this.page + ":" + this.line;
	}

}
