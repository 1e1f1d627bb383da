package io.github.corsstarter.origin;

import java.util.random.RandomGenerator;

/**
 * Makes random origins, patterns and garbage near them. The alphabets are small on
 * purpose, so that what is made independently often is alike.
 */
public final class RandomOrigins {

	/** How often a property is tried; system property {@code cors.test.rounds}. */
	public static final int ROUNDS = Integer.getInteger("cors.test.rounds", 2000);

	private static final String[] SCHEMES = { "https", "https", "http", "ws", "foo" };

	private static final String[] LABELS = { "a", "b", "ab", "a-b", "com", "a_1", "1a", "x1x" };

	private static final String[] GLOBS = { "*", "a*", "*b", "a*b", "*-*", "a*a*b", "*1*" };

	/** Hosts that are no names, except that of other schemes a dot is one. */
	private static final String[] ADDRESSES = { "127.0.0.1", "1.2.3.4", "[::1]", "[1::a]", "0.0.0.0", "." };

	private static final String[] PORTS = { "", "", ":80", ":81", ":443", ":8443" };

	private static final String[] OPEN_PORTS = { ":[*]", ":*", ":[80,81]", ":[443,8443]", ":[81]" };

	private static final String MUTATIONS = "ab1.:/*-_[]@#?%A0 \u0000\u00FC\uD83D";

	private final RandomGenerator random;

	public RandomOrigins(RandomGenerator random) {
		this.random = random;
	}

	/**
	 * Make what is mostly a well-formed origin.
	 * @return an origin, malformed when it has the scheme's default port, for instance
	 */
	public String origin() {
		String host = (this.random.nextInt(8) == 0) ? pick(ADDRESSES) : name(LABELS, LABELS);
		return pick(SCHEMES) + "://" + host + pick(PORTS);
	}

	/**
	 * Make an entry that is mostly a pattern.
	 * @return an entry of {@code allowed-origin-patterns}
	 */
	public String pattern() {
		String host = switch (this.random.nextInt(8)) {
			case 0 -> pick(ADDRESSES);
			case 1 -> "*";
			case 2, 3 -> "*." + name(LABELS, LABELS);
			case 4 -> name(LABELS, LABELS);
			default -> name(GLOBS, LABELS);
		};
		return pick(SCHEMES) + "://" + host + (this.random.nextBoolean() ? pick(PORTS) : pick(OPEN_PORTS));
	}

	/**
	 * Change some characters.
	 * @param text a text
	 * @return the text with up to three characters inserted, removed or replaced
	 */
	public String mutate(String text) {
		StringBuilder mutated = new StringBuilder(text);
		for (int i = this.random.nextInt(1, 4); i > 0; i--) {
			int position = this.random.nextInt(mutated.length() + 1);
			int removed = Math.min(position + this.random.nextInt(2), mutated.length());
			String inserted = this.random.nextBoolean() ? String.valueOf(character()) : "";
			mutated.replace(position, removed, inserted);
		}
		return mutated.toString();
	}

	/**
	 * Make any text at all.
	 * @return up to 2000 characters, unpaired surrogates included
	 */
	public String garbage() {
		int length = (this.random.nextInt(10) == 0) ? this.random.nextInt(2000) : this.random.nextInt(30);
		StringBuilder garbage = new StringBuilder(this.random.nextBoolean() ? pick(SCHEMES) + "://" : "");
		for (int i = 0; i < length; i++) {
			garbage.append((this.random.nextInt(4) == 0) ? (char) this.random.nextInt(0x10000) : character());
		}
		return garbage.toString();
	}

	/**
	 * Make an origin, a near miss or garbage.
	 * @return a value that a client could send
	 */
	public String headerValue() {
		return switch (this.random.nextInt(6)) {
			case 0 -> garbage();
			case 1 -> mutate(origin());
			default -> origin();
		};
	}

	private String name(String[] some, String[] others) {
		StringBuilder name = new StringBuilder();
		for (int i = this.random.nextInt(4); i >= 0; i--) {
			name.append(this.random.nextBoolean() ? pick(some) : pick(others)).append((i > 0) ? "." : "");
		}
		return name.toString();
	}

	private char character() {
		return MUTATIONS.charAt(this.random.nextInt(MUTATIONS.length()));
	}

	private String pick(String[] values) {
		return values[this.random.nextInt(values.length)];
	}

}
