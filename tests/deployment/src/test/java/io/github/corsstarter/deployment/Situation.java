package io.github.corsstarter.deployment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.corsstarter.wire.RawReply;
import org.jspecify.annotations.Nullable;

/**
 * One request to an application and the status that it answers with. The path stands
 * below a prefix that says which policy governs it.
 */
final class Situation {

	private final String name;

	private final String method;

	private final String path;

	private final List<String> headers = new ArrayList<>();

	private final Map<Server, Integer> statuses = new EnumMap<>(Server.class);

	private final Set<Server> withoutVary = EnumSet.noneOf(Server.class);

	private @Nullable String body;

	private Situation(String name, String method, String path) {
		this.name = name;
		this.method = method;
		this.path = path;
	}

	static Situation of(String name, String method, String path) {
		return new Situation(name, method, path);
	}

	Situation header(String line) {
		this.headers.add(line);
		return this;
	}

	Situation body(String contentType, String body) {
		this.headers.add("Content-Type: " + contentType);
		this.body = body;
		return this;
	}

	Situation answers(int status) {
		return answers(status, Server.values());
	}

	Situation answers(int status, Server... servers) {
		for (Server server : servers) {
			this.statuses.put(server, status);
		}
		return this;
	}

	/**
	 * Says where the server drops {@code Vary} from a page of its own.
	 * @param server the server
	 * @return this situation
	 */
	Situation withoutVary(Server server) {
		this.withoutVary.add(server);
		return this;
	}

	boolean existsOn(Server server) {
		return this.statuses.containsKey(server);
	}

	int status(Server server) {
		return Objects.requireNonNull(this.statuses.get(server));
	}

	boolean hasVary(Server server) {
		return !this.withoutVary.contains(server);
	}

	boolean hasBody() {
		return !this.method.equals("HEAD");
	}

	RawReply preflight(Address address, String prefix, String... headers) {
		List<String> lines = new ArrayList<>(List.of(headers));
		lines.add("Access-Control-Request-Method: " + this.method);
		return address.send("OPTIONS " + prefix + this.path, lines.toArray(String[]::new));
	}

	RawReply send(Address address, String prefix, String... more) {
		List<String> lines = new ArrayList<>(this.headers);
		lines.addAll(List.of(more));
		String request = this.method + " " + prefix + this.path;
		String[] headers = lines.toArray(String[]::new);
		return (this.body != null) ? address.sendWithBody(this.body, request, headers) : address.send(request, headers);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
