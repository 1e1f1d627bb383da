package io.github.corsstarter.jarmode;

/**
 * What the process ends with. The two high numbers are those of BSD's {@code sysexits.h}.
 */
final class ExitStatus {

	/** The question was answered, and nothing is wrong. */
	static final int OK = 0;

	/** The application would not start. */
	static final int REFUSED = 1;

	/** The command was not used as it is meant. */
	static final int USAGE = 64;

	/** Something could not be read or written, or a fault of the command itself. */
	static final int SOFTWARE = 70;

	private ExitStatus() {
	}

}
