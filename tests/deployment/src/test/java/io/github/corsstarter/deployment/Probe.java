package io.github.corsstarter.deployment;

import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.wire.RawReply;

/**
 * A request whose answer is compared with that of another application.
 *
 * @param request the request line
 * @param headers the header lines
 */
record Probe(String request, List<String> headers) {

	private static final String TOKEN = "Authorization: Bearer " + Tokens.GOOD;

	static Stream<Probe> withoutOrigin(String path) {
		return Stream.of(of("GET " + path), of("HEAD " + path), of("OPTIONS " + path), of("DELETE " + path),
				of("GET " + path, TOKEN), of("GET " + path, "Authorization: Bearer bad"),
				of("POST " + path, TOKEN, "Content-Length: 0"), of("GET " + path + "/missing", TOKEN),
				of("GET " + path, "Accept: text/html"));
	}

	static Stream<Probe> withOrigin(String path) {
		return Stream
			.of("https://app.example.com", "https://annotation.example.com", "https://stranger.example.com", "null")
			.map((origin) -> "Origin: " + origin)
			.flatMap((origin) -> Stream.of(of("GET " + path, origin), of("GET " + path, origin, TOKEN),
					of("GET " + path, origin, "Authorization: Bearer bad"),
					of("POST " + path, origin, TOKEN, "Content-Length: 0"),
					of("OPTIONS " + path, origin, "Access-Control-Request-Method: GET"),
					of("OPTIONS " + path, origin, "Access-Control-Request-Method: PUT")));
	}

	private static Probe of(String request, String... headers) {
		return new Probe(request, List.of(headers));
	}

	/**
	 * Sends the request.
	 * @param deployment where to
	 * @return the answer, without what is another in each answer and its length, a token
	 * of {@code Vary} in a line
	 */
	String send(Deployment deployment) {
		RawReply reply = deployment.send(this.request, this.headers.toArray(String[]::new));
		Stream<String> others = reply.lines().stream().filter((line) -> !line.matches("(Date|Vary|Content-Length):.*"));
		List<String> lines = Stream.concat(others, reply.vary().stream().map("Vary: "::concat))
			.map((line) -> line.replaceAll("(SESSION(ID)?|XSRF-TOKEN)=[^;]+", "$1="))
			.sorted()
			.toList();
		String body = reply.body()
			.replaceAll("\"(timestamp|requestId)\":\"[^\"]*\"", "\"$1\":\"...\"")
			.replaceAll(":" + deployment.port(), ":...");
		return reply.status() + "\n" + String.join("\n", lines).replace(":" + deployment.port(), ":...") + "\n" + body;
	}

	@Override
	public String toString() {
		return this.request + " " + this.headers;
	}

}
