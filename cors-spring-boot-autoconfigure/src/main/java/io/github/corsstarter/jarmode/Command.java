package io.github.corsstarter.jarmode;

/**
 * One command.
 */
interface Command {

	/**
	 * Return how the command is used.
	 * @return the name of the command and what it takes
	 */
	Usage usage();

	/**
	 * Answer.
	 * @param arguments what was asked
	 * @param console where the answer goes
	 * @return the exit status
	 * @throws UsageException if the arguments make no sense together
	 */
	int run(Arguments arguments, Console console);

}
