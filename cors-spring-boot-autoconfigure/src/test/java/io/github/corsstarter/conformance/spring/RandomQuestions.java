package io.github.corsstarter.conformance.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes random policies and requests, often close to a difference.
 */
final class RandomQuestions {

	private final Random random;

	RandomQuestions(Random random) {
		this.random = random;
	}

	Policy policy() {
		List<String> origins = some(Samples.CONFIGURED_ORIGINS.keySet().stream().sorted().toList(), 3);
		List<String> patterns = some(Samples.PATTERNS.keySet().stream().sorted().toList(), 2);
		if (chance(8)) {
			origins.add(Policy.ANY);
		}
		if (chance(8)) {
			patterns.add(Policy.ANY);
		}
		return new Policy(origins, patterns, methods(), headers(), chance(2) ? List.of("X-Total", "X-Page") : List.of(),
				chance(2));
	}

	private List<String> methods() {
		return switch (this.random.nextInt(6)) {
			case 0 -> List.of();
			case 1 -> List.of(Policy.ANY);
			case 2 -> List.of("GET", "patch", "Purge");
			case 3 -> List.of("GET", "POST", "PUT", "OPTIONS");
			case 4 -> List.of("POST", Policy.ANY);
			default -> List.of("GET", "HEAD", "POST");
		};
	}

	private List<String> headers() {
		return switch (this.random.nextInt(4)) {
			case 0 -> List.of();
			case 1 -> List.of(Policy.ANY);
			default -> List.of("X-Trace", "Content-Type");
		};
	}

	Request request() {
		boolean preflight = chance(2);
		boolean https = chance(3);
		int port = chance(4) ? 8080 : (https ? 443 : 80);
		return new Request(preflight ? "OPTIONS" : method(), https ? "https" : "http", "api.example.com", port,
				lines(12, 12, this::origin), preflight ? lines(12, 12, this::requestedMethod) : List.of(),
				preflight ? requestedHeaders() : List.of(), lines(2, 10, this::fetchSite),
				lines(2, 10, this::fetchMode));
	}

	private String origin() {
		return switch (this.random.nextInt(8)) {
			case 0 -> one(Samples.UPPER_CASE_ORIGINS);
			case 1 -> one(Samples.ORIGINS_WITH_MORE);
			case 2 -> one(Samples.GARBAGE);
			default -> one(Samples.WELL_FORMED_ORIGINS);
		};
	}

	private String method() {
		return one(chance(10) ? Samples.NEVER_ALLOWED_METHODS : Samples.METHODS);
	}

	private String requestedMethod() {
		return chance(10) ? one(Samples.NO_METHODS) : method();
	}

	private List<String> requestedHeaders() {
		return switch (this.random.nextInt(8)) {
			case 0 -> List.of();
			case 1 -> List.of("", " , ");
			case 2 -> List.of("x-trace," + one(Samples.NO_HEADERS));
			case 3 -> List.of("x-trace,".repeat(this.random.nextInt(127, 131)));
			case 4 -> List.of("x".repeat(this.random.nextInt(4094, 4098)), ",");
			default -> List.of(String.join(", ", some(Samples.HEADERS, 3)), String.join(",", some(Samples.HEADERS, 2)));
		};
	}

	private String fetchSite() {
		return one(List.of("same-origin", "same-origin", "same-site", "cross-site", "none", "Same-Origin"));
	}

	private String fetchMode() {
		return one(List.of("navigate", "cors", "Navigate"));
	}

	/**
	 * Makes the lines of a header.
	 * @param none one time in so many there is none
	 * @param several one time in so many there are two
	 * @param line makes a line
	 * @return the lines
	 */
	private List<String> lines(int none, int several, Supplier<String> line) {
		if (chance(none)) {
			return List.of();
		}
		return chance(several) ? List.of(line.get(), line.get()) : List.of(line.get());
	}

	private List<String> some(List<String> values, int bound) {
		List<String> some = new ArrayList<>();
		for (int i = this.random.nextInt(bound + 1); i > 0; i--) {
			some.add(one(values));
		}
		return some;
	}

	private String one(List<String> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private boolean chance(int oneIn) {
		return this.random.nextInt(oneIn) == 0;
	}

}
