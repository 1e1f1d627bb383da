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
		PrintStream out = console.out();
		List<Usage> usages = new ArrayList<>(this.others.stream().map(Command::usage).toList());
		usages.add(usage());
		if (arguments.operands().isEmpty()) {
			out.println("java -Djarmode=cors -jar app.jar COMMAND");
			out.println();
			usages.forEach((usage) -> out.printf("  %-10s%s%n", usage.command(), usage.summary()));
			out.println();
			out.println(
					"--profiles=prod,eu is spring.profiles.active, stronger than any other source; empty for none.");
			out.println("Any other --key=value with a dot in its key is a property of the application.");
			return ExitStatus.OK;
		}
		String name = arguments.operands().get(0);
		Usage usage = usages.stream()
			.filter((candidate) -> candidate.command().equals(name))
			.findFirst()
			.orElseThrow(() -> new UsageException("There is no command '" + name + "'. Write 'help' for the list."));
		out.println(usage.synopsis());
		out.println();
		out.println(usage.summary() + ".");
		if (!usage.help().isEmpty()) {
			out.println(usage.help().strip());
		}
		return ExitStatus.OK;
	}

}
