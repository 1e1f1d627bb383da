package io.github.corsstarter.jarmode;

import java.util.List;

/**
 * How a command is used.
 *
 * @param command the name of the command
 * @param summary what it does, in one line
 * @param synopsis its name with all that it takes
 * @param options the names of its options
 * @param minimumOperands how many arguments it needs that are no options
 * @param maximumOperands how many of them it takes
 * @param help what else there is to know
 */
record Usage(String command, String summary, String synopsis, List<String> options, int minimumOperands,
		int maximumOperands, String help) {

}
