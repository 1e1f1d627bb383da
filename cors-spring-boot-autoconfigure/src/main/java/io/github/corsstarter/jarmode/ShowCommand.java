package io.github.corsstarter.jarmode;

import java.util.List;
import java.util.Map;

import io.github.corsstarter.actuate.CorsPolicyDescriptor;
import io.github.corsstarter.comparison.snapshot.JsonWriter;
import io.github.corsstarter.config.loader.ConfiguredApplication;
import io.github.corsstarter.origin.proof.OriginLanguages;
import io.github.corsstarter.policy.CorsPolicies;

/**
 * Shows the policies.
 */
class ShowCommand implements Command {

	private static final List<String> FORMATS = List.of("json", "yaml");

	private final Application application;

	ShowCommand(Application application) {
		this.application = application;
	}

	@Override
	public Usage usage() {
		return new Usage("show", "Show the policies, each value with the place where it was written",
				"show [--profiles=…] [--format=json|yaml]", List.of(Application.PROFILES, "format"), 0, 0, "");
	}

	@Override
	public int run(Arguments arguments, Console console) {
		boolean yaml = "yaml".equals(arguments.oneOf("format", FORMATS));
		ConfiguredApplication application = this.application.readValid(arguments);
		CorsPolicies policies = application.policies();
		OriginLanguages languages = new OriginLanguages();
		List<CorsPolicyDescriptor> descriptors = (policies != null)
				? policies.table().all().stream().map((policy) -> CorsPolicyDescriptor.of(policy, languages)).toList()
				: List.of();
		Map<String, ?> shown = Tree.OF_WHAT_IS_SET.of(Map.of("policies", descriptors));
		console.out().print(yaml ? Yaml.of(shown) : JsonWriter.write(shown) + "\n");
		return ExitStatus.OK;
	}

}
