package io.github.corsstarter.test.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Answers as a test says, and remembers what it was asked.
 */
public final class ScriptedServer implements Transport {

	private final URI base;

	private final Function<SentRequest, ReceivedResponse> answers;

	private final List<SentRequest> requests = new ArrayList<>();

	private final boolean mock;

	private ScriptedServer(String base, boolean mock, Function<SentRequest, ReceivedResponse> answers) {
		this.base = URI.create(base);
		this.mock = mock;
		this.answers = answers;
	}

	public static ScriptedServer at(String base, Function<SentRequest, ReceivedResponse> answers) {
		return new ScriptedServer(base, false, answers);
	}

	public static ScriptedServer mock(Function<SentRequest, ReceivedResponse> answers) {
		return new ScriptedServer("http://localhost", true, answers);
	}

	/**
	 * Return an answer.
	 * @param status the status
	 * @param lines the headers, as in {@code name: value}
	 */
	public static ReceivedResponse answer(int status, String... lines) {
		return new ReceivedResponse(status, headers(lines), "Read me".getBytes(StandardCharsets.UTF_8));
	}

	public static HeaderList headers(String... lines) {
		HeaderList headers = HeaderList.EMPTY;
		for (String line : lines) {
			int colon = line.indexOf(':');
			headers = headers.with(line.substring(0, colon), line.substring(colon + 1));
		}
		return headers;
	}

	@Override
	public URI base() {
		return this.base;
	}

	@Override
	public boolean reachesOtherServers() {
		return !this.mock;
	}

	@Override
	public ReceivedResponse send(SentRequest request) {
		this.requests.add(request);
		return this.answers.apply(request);
	}

	public List<SentRequest> requests() {
		return this.requests;
	}

}
