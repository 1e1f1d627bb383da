package io.github.corsstarter.inspect.servlet;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.validation.source.Answer;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;
import io.github.corsstarter.web.SamplePath;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsProcessor;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Finds out what a filter of Spring's, which does not tell its source, is made of: by the
 * type that reads a request while the filter asks its source, and by its answers to
 * preflights, which are compared with those of a filter of a known source.
 */
final class FilterProbe {

	private static final String OTHER_OWNER = "https://stranger.invalid";

	/** What is unsafe to allow, wherever the known source allows nothing of it. */
	private static final List<String> UNSAFE = List.of(OTHER_OWNER, "null", "http://localhost:3000",
			"http://localhost:4200", "http://example.com");

	private static final int ENTRIES = 10;

	private final CorsFilter filter;

	private final ServletPath servletPath;

	/**
	 * Create a probe.
	 * @param filter the filter
	 * @param servletPath the path of the dispatcher servlet
	 */
	FilterProbe(CorsFilter filter, ServletPath servletPath) {
		this.filter = filter;
		this.servletPath = servletPath;
	}

	/**
	 * Return the type of the filter's source, which is that of the processor if the
	 * source does not look at the request.
	 * @return the type, or {@code null} if it cannot be told, or if the filter or its
	 * processor is not exactly Spring's and so may answer something else
	 */
	@Nullable Class<?> sourceType() {
		if (this.filter.getClass() != CorsFilter.class) {
			return null;
		}
		ProbeRequest probe = new ProbeRequest("/", OTHER_OWNER, "GET").rememberingReaders();
		try {
			FilterRespondent.send(this.filter, probe);
		}
		catch (RuntimeException ex) {
			// By then the source was asked
		}
		return probe.wasReadBy(FilterProbe::isOtherProcessor) ? null : probe.firstCalledBy(CorsFilter.class);
	}

	private static boolean isOtherProcessor(Class<?> type) {
		return CorsProcessor.class.isAssignableFrom(type) && type != DefaultCorsProcessor.class;
	}

	/**
	 * Return whether the filter answers as one with a given source does.
	 * @param bean the source
	 * @param paths the paths to compare the answers for, besides those of the source
	 * @return {@code true} if all answers are equal, and some allow something
	 */
	boolean answersAs(SourceBean bean, Collection<HandlerPath> paths) {
		if (bean.configurations() == null) {
			return false;
		}
		Respondent asked = new FilterRespondent(this.filter, this.servletPath);
		Respondent reference = new FilterRespondent(new CorsFilter(bean.source()), this.servletPath);
		boolean allowed = false;
		for (Question question : questions(bean.configurations(), paths)) {
			Answer expected = reply(reference, question);
			if (!reply(asked, question).equals(expected)) {
				return false;
			}
			allowed |= expected.allows(question.origin());
		}
		return allowed;
	}

	private static Answer reply(Respondent respondent, Question question) {
		try {
			return respondent.answer(question.request());
		}
		catch (RuntimeException ex) {
			return new Answer(HttpServletResponse.SC_INTERNAL_SERVER_ERROR, Map.of(), false);
		}
	}

	private static Set<Question> questions(Map<String, CorsConfiguration> configurations,
			Collection<HandlerPath> paths) {
		Set<Question> questions = new LinkedHashSet<>();
		paths.forEach((path) -> {
			Question unsafe = new Question(SamplePath.of(path.pattern()).path(), OTHER_OWNER,
					path.methods().isEmpty() ? "GET" : path.methods().get(0), "");
			UNSAFE.forEach((origin) -> questions.add(unsafe.from(origin)));
		});
		configurations.forEach((pattern, configuration) -> {
			Question allowed = allowed(SamplePath.of(pattern).path(), configuration);
			questions.add(allowed);
			questions.add(allowed.at("/"));
			questions.add(allowed.at("/sample/of/nothing"));
			Stream
				.of(UNSAFE.stream(), first(configuration.getAllowedOrigins()),
						first(configuration.getAllowedOriginPatterns()).map(FilterProbe::sample))
				.flatMap(Function.identity())
				.map(allowed::from)
				.forEach(questions::add);
			Stream.concat(Stream.of("STRANGE"), first(configuration.getAllowedMethods()))
				.map(allowed::with)
				.forEach(questions::add);
			Stream.concat(Stream.of("X-Strange"), first(configuration.getAllowedHeaders()))
				.map(allowed::askingFor)
				.forEach(questions::add);
		});
		return questions;
	}

	private static Question allowed(String path, CorsConfiguration configuration) {
		String origin = Stream.of(configuration.getAllowedOrigins(), configuration.getAllowedOriginPatterns())
			.flatMap(FilterProbe::first)
			.map(FilterProbe::sample)
			.findFirst()
			.orElse(OTHER_OWNER);
		String method = first(configuration.getAllowedMethods()).findFirst().orElse("GET");
		String header = first(configuration.getAllowedHeaders()).findFirst().orElse("");
		return new Question(path, origin, method, header);
	}

	private static Stream<String> first(@Nullable List<String> values) {
		return (values != null) ? values.stream().limit(ENTRIES) : Stream.empty();
	}

	private static String sample(String entry) {
		return entry.equals("*") ? OTHER_OWNER : entry.replace("*", "sample");
	}

	private record Question(String path, String origin, String method, String header) {

		Question at(String path) {
			return new Question(path, this.origin, this.method, this.header);
		}

		Question from(String origin) {
			return new Question(this.path, origin, this.method, this.header);
		}

		Question with(String method) {
			return new Question(this.path, this.origin, method, this.header);
		}

		Question askingFor(String header) {
			return new Question(this.path, this.origin, this.method, header);
		}

		CorsRequest request() {
			return CorsRequest.preflight(this.origin, this.method, this.path,
					this.header.isEmpty() ? List.of() : List.of(this.header));
		}

	}

}
