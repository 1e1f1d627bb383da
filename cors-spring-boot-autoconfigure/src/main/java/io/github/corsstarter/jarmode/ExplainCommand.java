package io.github.corsstarter.jarmode;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.actuate.BrowserRequest;
import io.github.corsstarter.actuate.CorsExplanation;
import io.github.corsstarter.actuate.InvalidQuestionException;
import io.github.corsstarter.actuate.OwnAddress;
import io.github.corsstarter.config.ConfiguredApplication;
import org.jspecify.annotations.Nullable;
import io.github.corsstarter.config.FailedStart;

/**
 * Explains what would happen to a request.
 */
class ExplainCommand implements Command {

	private final Application application;

	ExplainCommand(Application application) {
		this.application = application;
	}

	@Override
	public Usage usage() {
		return new Usage("explain", "Explain what would happen to a request, and why",
				"explain [--profiles=…] --path=/api/x --origin=https://x.example [--method=PUT] [--headers=a,b]",
				List.of(Application.PROFILES, "path", "origin", "method", "headers"), 0, 0, "");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		BrowserRequest request = request(arguments);
		ConfiguredApplication application = this.application.read(arguments);
		if (!application.report().isValid()) {
			console.err().print(new FailedStart(application.report()).text());
			return ExitStatus.REFUSED;
		}
		Map<String, @Nullable Object> explanation = Tree.components(
				CorsExplanation.of(application.policies(), application.sources(), request, OwnAddress.UNKNOWN));
		// The only part that the endpoint leaves out
		explanation.remove("reportOnly", null);
		console.out().println(Json.withNulls(explanation));
		return ExitStatus.OK;
	}

	private static BrowserRequest request(Arguments arguments) {
		try {
			return BrowserRequest.of(arguments.required("path"), arguments.required("origin"),
					arguments.option("method"), arguments.option("headers"));
		}
		catch (InvalidQuestionException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

}
