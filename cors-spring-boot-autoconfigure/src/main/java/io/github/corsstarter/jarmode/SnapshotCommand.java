package io.github.corsstarter.jarmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.config.loader.FailedStart;

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
		ConfiguredApplication application = this.application.read(arguments);
		if (!application.report().isValid()) {
			console.err().print(new FailedStart(application.report()).text());
			return ExitStatus.REFUSED;
		}
		String json = application.snapshot().toJson();
		String file = arguments.option(OUT);
		if (file == null) {
			console.out().print(json);
		}
		else {
			write(file, json);
		}
		return ExitStatus.OK;
	}

	private static void write(String file, String json) {
		try {
			Files.writeString(Path.of(file), json);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'" + file + "' cannot be written", ex);
		}
	}

}
