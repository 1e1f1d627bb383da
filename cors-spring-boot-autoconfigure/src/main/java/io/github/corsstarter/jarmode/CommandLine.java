package io.github.corsstarter.jarmode;

import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import io.github.corsstarter.config.loader.FailedStart;
import io.github.corsstarter.config.loader.UnreadableConfigurationException;
import io.github.corsstarter.validation.report.InvalidCorsPolicyException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the command that is meant, and turns every failure into an exit status and a line
 * on standard error.
 */
final class CommandLine {

	private final Console console;

	private final List<Command> commands;

	/**
	 * Create a command line.
	 * @param console where answers go
	 * @param classLoader the class loader of the application
	 */
	CommandLine(Console console, @Nullable ClassLoader classLoader) {
		this.console = console;
		Application application = new Application(classLoader);
		List<Command> all = new ArrayList<>(List.of(new CheckCommand(application), new ShowCommand(application),
				new ExplainCommand(application), new SnapshotCommand(application), new DiffCommand(application)));
		all.add(new HelpCommand(List.copyOf(all)));
		this.commands = List.copyOf(all);
	}

	/**
	 * Run a command.
	 * @param arguments the name of the command, and what it takes
	 * @return the exit status
	 */
	int run(String... arguments) {
		try {
			Command command = find((arguments.length > 0) ? arguments[0] : "");
			List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
			int status = command.run(Arguments.parse(command.usage(), rest), this.console);
			if (this.console.out().checkError()) {
				this.console.err().println("Standard output cannot be written.");
				return ExitStatus.SOFTWARE;
			}
			return status;
		}
		catch (UsageException ex) {
			this.console.err().println(ex.getMessage());
			return ExitStatus.USAGE;
		}
		catch (InvalidCorsPolicyException ex) {
			this.console.err().print(new FailedStart(ex.report()).text());
			return ExitStatus.REFUSED;
		}
		catch (UncheckedIOException ex) {
			this.console.err().println(ex.getMessage() + ": " + reason(ex));
			return ExitStatus.SOFTWARE;
		}
		catch (UnreadableConfigurationException ex) {
			this.console.err().println(ex.getMessage());
			return ExitStatus.SOFTWARE;
		}
		catch (RuntimeException | LinkageError | VirtualMachineError ex) {
			this.console.err().println("Internal error:");
			ex.printStackTrace(this.console.err());
			return ExitStatus.SOFTWARE;
		}
	}

	private static String reason(UncheckedIOException failure) {
		Throwable cause = Objects.requireNonNull(failure.getCause());
		if (cause instanceof NoSuchFileException) {
			return "there is no such file or folder";
		}
		if (cause instanceof AccessDeniedException) {
			return "access is denied";
		}
		return (cause instanceof CharacterCodingException) ? "it is not encoded in UTF-8"
				: String.valueOf(cause.getMessage());
	}

	private Command find(String name) {
		return this.commands.stream()
			.filter((command) -> command.usage().command().equals(name))
			.findFirst()
			.orElseThrow(() -> new UsageException("Write one of the commands "
					+ this.commands.stream()
						.map((command) -> command.usage().command())
						.collect(Collectors.joining(", "))
					+ " after the jar, such as 'java -Djarmode=cors -jar app.jar check --profiles=prod'."));
	}

}
