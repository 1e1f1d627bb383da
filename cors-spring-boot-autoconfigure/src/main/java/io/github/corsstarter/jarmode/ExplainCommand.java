package io.github.corsstarter.jarmode;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.corsstarter.actuate.BrowserRequest;
import io.github.corsstarter.actuate.CorsExplanation;
import io.github.corsstarter.actuate.InvalidQuestionException;
import io.github.corsstarter.actuate.OwnAddress;
import io.github.corsstarter.comparison.snapshot.JsonWriter;
import io.github.corsstarter.config.loader.ConfiguredApplication;
import org.jspecify.annotations.Nullable;

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
				"explain [--profiles=…] --path=/api/x --origin=https://x.example [--method=PUT] [--headers=a,b] "
						+ "[--mode=navigate] [--host=…]",
				List.of(Application.PROFILES, "path", "origin", "method", "headers", "mode", "host"), 0, 0, """
						--host is where the request is sent, for a policy whose tenant the host tells.""");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		BrowserRequest request = meant(() -> request(arguments));
		OwnAddress unreached = meant(() -> OwnAddress.UNKNOWN.at(arguments.option("host")));
		ConfiguredApplication application = this.application.readValid(arguments);
		OwnAddress own = unreached.within(application.settings().input().deployment().contextPath());
		CorsExplanation explanation = CorsExplanation.of(application.policies(), application.sources(), request, own);
		Map<String, @Nullable Object> members = Tree.OF_EVERYTHING.of(explanation);
		// The only part that the endpoint leaves out
		members.remove("reportOnly", null);
		console.out().print(JsonWriter.write(members) + "\n");
		return ExitStatus.OK;
	}

	private static BrowserRequest request(Arguments arguments) {
		return BrowserRequest.of(arguments.required("path"), arguments.required("origin"), arguments.option("method"),
				arguments.option("headers"), arguments.option("mode"));
	}

	private static <T> T meant(Supplier<T> question) {
		try {
			return question.get();
		}
		catch (InvalidQuestionException ex) {
			throw new UsageException(String.valueOf(ex.getMessage()));
		}
	}

}
