package io.github.corsstarter.jarmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import io.github.corsstarter.config.loader.ConfiguredApplication;

/**
 * Writes the snapshot of the policies, to be committed and compared.
 */
class SnapshotCommand implements Command {

	private static final String OUT = "out";

	private final Application application;

	SnapshotCommand(Application application) {
		this.application = application;
	}

	@Override
	public Usage usage() {
		return new Usage("snapshot", "Write the policies as a snapshot that can be committed and compared",
				"snapshot [--profiles=…] [--out=FILE]", List.of(Application.PROFILES, OUT), 0, 0,
				"The snapshot goes to FILE, or to standard output.");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		String file = arguments.option(OUT);
		if (file != null && file.isBlank()) {
			throw new UsageException("Option '--out=…' needs the name of a file.");
		}
		ConfiguredApplication application = this.application.readValid(arguments);
		String json = application.snapshot().toJson();
		if (file != null) {
			write(file, json);
		}
		else {
			console.out().print(json);
		}
		return ExitStatus.OK;
	}

	private static void write(String file, String json) {
		try {
			Files.writeString(Arguments.path(file), json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'" + file + "' cannot be written", ex);
		}
	}

}
