package io.github.corsstarter.wire;

/**
 * One header line.
 *
 * @param name the name
 * @param value the value, as it is sent
 */
public record HttpHeader(String name, String value) {

	public boolean is(String name) {
		return this.name.equalsIgnoreCase(name);
	}

}
