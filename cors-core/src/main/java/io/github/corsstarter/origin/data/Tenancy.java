package io.github.corsstarter.origin.data;

import org.jspecify.annotations.Nullable;

/**
 * Where the tenant of a request is taken from. A preflight has nothing but its host and
 * its path, so that nothing else is there to choose.
 *
 * @param kind the kind of place
 * @param name the name of the path variable or of the bean, else empty
 */
public record Tenancy(Kind kind, String name) {

	private static final String PATH = "path:";

	private static final String BEAN = "bean:";

	/**
	 * Read a setting.
	 * @param text {@code host}, {@code none}, {@code path:} and a variable, or
	 * {@code bean:} and a name
	 * @return what it means, or {@code null} if it means nothing
	 */
	public static @Nullable Tenancy parse(String text) {
		return switch (text) {
			case "host" -> new Tenancy(Kind.HOST, "");
			case "none" -> new Tenancy(Kind.NONE, "");
			default -> parseNamed(text);
		};
	}

	private static @Nullable Tenancy parseNamed(String text) {
		Kind kind = text.startsWith(PATH) ? Kind.PATH : Kind.BEAN;
		String prefix = (kind == Kind.PATH) ? PATH : BEAN;
		String name = text.startsWith(prefix) ? text.substring(prefix.length()).strip() : "";
		return name.isEmpty() ? null : new Tenancy(kind, name);
	}

	/**
	 * A kind of place.
	 */
	public enum Kind {

		/** The host that the request was sent to. */
		HOST,

		/** A variable of the path pattern. */
		PATH,

		/** A bean of the application that knows. */
		BEAN,

		/** Nowhere: every origin is allowed to all. */
		NONE

	}

}
