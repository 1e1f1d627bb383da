package io.github.corsstarter.jarmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import io.github.corsstarter.comparison.ComparisonText;
import io.github.corsstarter.comparison.CorsComparison;
import io.github.corsstarter.comparison.Verdict;
import io.github.corsstarter.comparison.snapshot.CorsSnapshot;
import io.github.corsstarter.comparison.snapshot.SnapshotSyntaxException;

/**
 * Compares the policies with those of a snapshot, or two snapshots.
 */
class DiffCommand implements Command {

	private static final List<String> FORMATS = List.of("text", "markdown", "json");

	private final Application application;

	DiffCommand(Application application) {
		this.application = application;
	}

	@Override
	public Usage usage() {
		return new Usage("diff", "Say what pages can do now that they could not do before",
				"diff [--profiles=…] OLD.cors.json [NEW.cors.json] [--format=text|markdown|json]",
				List.of(Application.PROFILES, "format"), 1, 2, """
						Without NEW.cors.json, OLD.cors.json is compared with the policies of the application.
						Exit status 0: equal. 4: narrower. 2: wider, or wider and narrower. 3: cannot tell.""");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		String format = arguments.oneOf("format", FORMATS);
		CorsSnapshot before = read(arguments.operands().get(0));
		CorsSnapshot after = (arguments.operands().size() > 1) ? read(arguments.operands().get(1))
				: this.application.readValid(arguments).snapshot();
		CorsComparison comparison = CorsComparison.of(before, after);
		ComparisonText text = ComparisonText.of(comparison);
		console.out().print(switch (format) {
			case "markdown" -> text.toMarkdown();
			case "json" -> text.toJson();
			default -> text.toText();
		});
		if ("json".equals(format)) {
			comparison.undecided().forEach(console.err()::println);
		}
		return status(comparison.verdict());
	}

	private static int status(Verdict verdict) {
		return switch (verdict) {
			case EQUAL -> ExitStatus.OK;
			case NARROWER -> ExitStatus.NARROWER;
			case WIDER, INCOMPARABLE -> ExitStatus.WIDER;
			case CANNOT_TELL -> ExitStatus.CANNOT_TELL;
		};
	}

	private static CorsSnapshot read(String file) {
		try {
			return CorsSnapshot.parse(Files.readString(Arguments.path(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'" + file + "' cannot be read", ex);
		}
		catch (SnapshotSyntaxException ex) {
			throw new UncheckedIOException("'" + file + "' is not a snapshot",
					new IOException("line " + ex.line() + ", column " + ex.column() + ": " + ex.getMessage(), ex));
		}
	}

}
