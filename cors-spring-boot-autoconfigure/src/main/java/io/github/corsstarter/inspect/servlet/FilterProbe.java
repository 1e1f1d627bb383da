package io.github.corsstarter.inspect.servlet;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.corsstarter.inspect.SamplePath;
import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.filter.CorsFilter;

/**
 * Finds out what a filter of Spring's, which does not tell its source, is made of: by the
 * type that reads a request while the filter asks its source, and by its answers to
 * preflights, which are compared with those of a filter of a known source.
 */
final class FilterProbe {

	private static final String STRANGER = "https://stranger.invalid";

	private static final int ENTRIES = 10;

	private final CorsFilter filter;

	/**
	 * Creates a probe.
	 * @param filter the filter
	 */
	FilterProbe(CorsFilter filter) {
		this.filter = filter;
	}

	/**
	 * Returns the type of the filter's source.
	 * @return the type, or {@code null} if it does not look at the request
	 */
	@Nullable Class<?> sourceType() {
		ProbeRequest probe = new ProbeRequest("/", STRANGER, "GET");
		send(this.filter, probe);
		return probe.firstCalledBy(CorsFilter.class);
	}

	/**
	 * Tells whether the filter answers as one with a given source does.
	 * @param bean the source
	 * @return {@code true} if all answers are equal, and some allow something
	 */
	boolean answersAs(SourceBean bean) {
		if (bean.configurations() == null) {
			return false;
		}
		CorsFilter reference = new CorsFilter(bean.source());
		boolean allowed = false;
		for (Question question : questions(bean.configurations())) {
			ProbeResponse expected = send(reference, question.request());
			if (!send(this.filter, question.request()).answer().equals(expected.answer())) {
				return false;
			}
			allowed |= expected.has(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
		}
		return allowed;
	}

	private static Set<Question> questions(Map<String, CorsConfiguration> configurations) {
		Set<Question> questions = new LinkedHashSet<>();
		configurations.forEach((pattern, configuration) -> {
			Question allowed = allowed(SamplePath.of(pattern), configuration);
			questions.add(allowed);
			questions.add(allowed.at("/"));
			questions.add(allowed.at("/sample/of/nothing"));
			Stream
				.of(Stream.of(STRANGER), first(configuration.getAllowedOrigins()),
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
			.orElse(STRANGER);
		String method = first(configuration.getAllowedMethods()).findFirst().orElse("GET");
		String header = first(configuration.getAllowedHeaders()).findFirst().orElse("");
		return new Question(path, origin, method, header);
	}

	private static Stream<String> first(@Nullable List<String> values) {
		return (values != null) ? values.stream().limit(ENTRIES) : Stream.empty();
	}

	private static String sample(String entry) {
		return entry.equals("*") ? STRANGER : entry.replace("*", "sample");
	}

	private static ProbeResponse send(CorsFilter filter, ProbeRequest probe) {
		ProbeResponse response = new ProbeResponse();
		try {
			filter.doFilter(probe.asRequest(), response.asResponse(), (request, passed) -> {
			});
		}
		catch (IOException | ServletException | RuntimeException ex) {
			return new ProbeResponse();
		}
		return response;
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

		ProbeRequest request() {
			ProbeRequest request = new ProbeRequest(this.path, this.origin, this.method);
			return this.header.isEmpty() ? request : request.askingFor(this.header);
		}

	}

}
