package io.github.corsstarter.jarmode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.actuate.CorsEndpoint.ViolationDescriptor;
import io.github.corsstarter.comparison.snapshot.JsonWriter;
import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.config.loader.FailedStart;
import io.github.corsstarter.validation.report.ValidationReport;

/**
 * Tells whether the application would start.
 */
class CheckCommand implements Command {

	private static final List<String> FORMATS = List.of("text", "json");

	private final Application application;

	CheckCommand(Application application) {
		this.application = application;
	}

	@Override
	public Usage usage() {
		return new Usage("check", "Say whether the application would start",
				"check [--profiles=prod,eu] [--format=text|json]", List.of(Application.PROFILES, "format"), 0, 0, """
						Exit status 0: it would start. 1: it would not, and the report is that of the failed start.""");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		boolean text = "text".equals(arguments.oneOf("format", FORMATS));
		ConfiguredApplication application = this.application.read(arguments);
		ValidationReport report = application.report();
		boolean startable = report.errors().isEmpty();
		if (text) {
			console.out()
				.print(startable ? new SuccessfulStart(application).text() : new FailedStart(report).foretold());
		}
		else {
			console.out().print(JsonWriter.write(Tree.OF_WHAT_IS_SET.of(json(report, startable))) + "\n");
		}
		return startable ? ExitStatus.OK : ExitStatus.REFUSED;
	}

	private static Map<String, Object> json(ValidationReport report, boolean startable) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("startable", startable);
		json.put("production", report.production());
		json.put("activeProfiles", report.activeProfiles());
		json.put("violations", report.violations().stream().map(ViolationDescriptor::of).toList());
		json.put("notJudged", ConfiguredApplication.NOT_JUDGED);
		return json;
	}

}
