package io.github.corsstarter.jarmode;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of a command. Immutable.
 *
 * @param options the command's own options by name
 * @param properties properties of the application, as they stand on its command line
 * @param operands what is no option
 */
record Arguments(Map<String, String> options, List<String> properties, List<String> operands) {

	private static final String PREFIX = "--";

	/**
	 * Tell the options of a command from properties of the application, whose keys have a
	 * dot.
	 * @param usage the options that the command takes
	 * @param arguments what follows its name
	 * @return the arguments
	 * @throws UsageException if one of them is neither
	 */
	static Arguments parse(Usage usage, List<String> arguments) {
		Map<String, String> options = new LinkedHashMap<>();
		List<String> properties = new ArrayList<>();
		List<String> operands = new ArrayList<>();
		for (String argument : arguments) {
			if (!argument.startsWith(PREFIX)) {
				operands.add(argument);
			}
			else if (argument.split("=", 2)[0].contains(".")) {
				properties.add(argument);
			}
			else {
				addOption(usage, argument, options);
			}
		}
		if (operands.size() < usage.minimumOperands() || operands.size() > usage.maximumOperands()) {
			throw new UsageException("Write " + usage.synopsis() + ".");
		}
		return new Arguments(Map.copyOf(options), List.copyOf(properties), List.copyOf(operands));
	}

	private static void addOption(Usage usage, String argument, Map<String, String> options) {
		String[] parts = argument.split("=", 2);
		String name = parts[0].substring(PREFIX.length());
		if (!usage.options().contains(name)) {
			throw new UsageException("Option '" + argument + "' is unknown. " + known(usage));
		}
		if (parts.length == 1) {
			throw new UsageException("Option '" + argument + "' has no value. Write '" + argument + "=…'.");
		}
		if (options.put(name, parts[1]) != null) {
			throw new UsageException("Option '" + PREFIX + name + "' must be given once.");
		}
	}

	private static String known(Usage usage) {
		String names = usage.options().stream().map((name) -> PREFIX + name + "=…").collect(Collectors.joining(", "));
		return (names.isEmpty() ? "'" + usage.command() + "' takes no option"
				: "'" + usage.command() + "' takes " + names)
				+ ", and properties of the application have a dot in their key.";
	}

	@Nullable String option(String name) {
		return this.options.get(name);
	}

	/**
	 * Return the value of an option that is one of several words.
	 * @param name the name of the option
	 * @param words the words, the default first
	 * @return one of the words
	 * @throws UsageException if it is none of them
	 */
	String oneOf(String name, List<String> words) {
		String value = this.options.getOrDefault(name, words.get(0));
		if (!words.contains(value)) {
			throw new UsageException("'" + PREFIX + name + "=" + value + "' is unknown. Write one of "
					+ words.stream().map((word) -> PREFIX + name + "=" + word).collect(Collectors.joining(", ")) + ".");
		}
		return value;
	}

	String required(String name) {
		String value = this.options.get(name);
		if (value == null || value.isBlank()) {
			throw new UsageException("Option '" + PREFIX + name + "=…' is required.");
		}
		return value;
	}

	/**
	 * Return the path of a file that is named on the command line.
	 * @param file the name
	 * @return the path
	 * @throws UsageException if no file can have that name
	 */
	static Path path(String file) {
		try {
			return Path.of(file);
		}
		catch (InvalidPathException ex) {
			throw new UsageException("'" + file + "' is not a name that a file can have: " + ex.getReason() + ".");
		}
	}

}
