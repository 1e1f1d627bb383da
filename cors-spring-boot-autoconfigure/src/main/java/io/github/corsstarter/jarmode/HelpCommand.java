package io.github.corsstarter.jarmode;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which commands there are, and how one is used.
 */
class HelpCommand implements Command {

	private final List<Command> others;

	HelpCommand(List<Command> others) {
		this.others = others;
	}

	@Override
	public Usage usage() {
		return new Usage("help", "Say how a command is used", "help [COMMAND]", List.of(), 0, 1, "");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		List<Usage> usages = new ArrayList<>(this.others.stream().map(Command::usage).toList());
		usages.add(usage());
		if (arguments.operands().isEmpty()) {
			list(usages, console.out());
		}
		else {
			describe(find(arguments.operands().get(0), usages), console.out());
		}
		return ExitStatus.OK;
	}

	private static void list(List<Usage> usages, PrintStream out) {
		out.println("java -Djarmode=cors -jar app.jar COMMAND");
		out.println();
		usages.forEach((usage) -> out.printf("  %-10s%s%n", usage.command(), usage.summary()));
		out.println();
		out.println("--profiles=prod,eu is spring.profiles.active, stronger than any other source; empty for none.");
		out.println("Any other --key=value with a dot in its key is a property of the application.");
		out.println("Exit status 64: wrong usage. 70: something could not be read or written.");
	}

	private static Usage find(String name, List<Usage> usages) {
		return usages.stream()
			.filter((usage) -> usage.command().equals(name))
			.findFirst()
			.orElseThrow(() -> new UsageException("There is no command '" + name + "'. Write 'help' for the list."));
	}

	private static void describe(Usage usage, PrintStream out) {
		out.println(usage.synopsis());
		out.println();
		out.println(usage.summary() + ".");
		if (!usage.help().isEmpty()) {
			out.println(usage.help().strip());
		}
	}

}
