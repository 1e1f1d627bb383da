package io.github.corsstarter.autoconfigure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.policy.Location;
import io.github.corsstarter.validation.report.CorsPolicyException;
import io.github.corsstarter.validation.report.FailureText;
import io.github.corsstarter.validation.report.RuleId;
import io.github.corsstarter.validation.report.Severity;
import io.github.corsstarter.validation.report.ValidationReport;
import io.github.corsstarter.validation.report.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests for {@link CorsPolicyFailureAnalyzer}.
 */
class CorsPolicyFailureAnalyzerTests {

	private static final ValidationReport REPORT = new ValidationReport(true, List.of("prod"),
			List.of(new Violation(RuleId.LOCALHOST_ORIGIN, Severity.ERROR, "base", "cors.allowed-origins[0]",
					"http://localhost:5173", new Location.Bean("here"), "Why.", "What to do.", null)));

	@Test
	void wrappedExceptionIsAnalysed() {
		CorsPolicyException cause = catchThrowableOfType(CorsPolicyException.class, REPORT::throwIfUnsafe);
		FailureAnalysis analysis = new CorsPolicyFailureAnalyzer()
			.analyze(new BeanCreationException("filter", new BeanCreationException("corsPolicies", "wrapped", cause)));
		assertThat(analysis).isNotNull();
		assertThat(analysis.getDescription()).isEqualTo(new FailureText(REPORT).description());
		assertThat(analysis.getAction()).isEqualTo(new FailureText(REPORT).action());
		assertThat(analysis.getCause()).isSameAs(cause);
	}

	@Test
	void otherExceptionIsNotAnalysed() {
		assertThat(new CorsPolicyFailureAnalyzer().analyze(new BeanCreationException("other"))).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "servlet", "reactive" })
	void applicationFailsToStartWithReport(String type) throws Exception {
		Run run = run("--spring.main.web-application-type=" + type, "--spring.profiles.active=prod",
				"--cors.allowed-origins=https://app.example.com,http://localhost:5173", "--cors.max-age=7d");
		assertThat(run.output()).contains("""
				***************************
				APPLICATION FAILED TO START
				***************************

				Description:

				The CORS policy is not safe for production (active profile 'prod'). 1 problem:

				  1. localhost-origin: cors.allowed-origins[1] = http://localhost:5173
				     in command line argument --cors.allowed-origins
				""")
			.contains("\nAction:\n\n  1. ")
			.contains("If a value is intended, waive it under cors.validation.waivers and say why.");
		assertThat(run.output()).containsOnlyOnce("1. localhost-origin").doesNotContain("started on port");
		assertThat(run.exitCode()).isEqualTo(1);
	}

	private static Run run(String... arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", ManagementFactory.getRuntimeMXBean().getClassPath(),
				Application.class.getName(), "--server.port=0", "--logging.level.root=info"));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Run(process.waitFor(), output.replace("\r\n", "\n"));
	}

	private record Run(int exitCode, String output) {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class Application {

		public static void main(String[] args) {
			SpringApplication.run(Application.class, args);
		}

	}

}
