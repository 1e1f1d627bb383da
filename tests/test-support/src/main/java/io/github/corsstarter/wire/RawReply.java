package io.github.corsstarter.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server answered, header lines as they came over the wire.
 *
 * @param status the status
 * @param lines the header lines
 * @param body the body, transfer coding and all
 */
public record RawReply(int status, List<String> lines, String body) {

	private static final int TIMEOUT_MILLIS = 20_000;

	/**
	 * Sends one request over a connection of its own.
	 * @param port the port on the loopback interface
	 * @param request the request line, without the version
	 * @param headers more header lines than {@code Host}, which is there unless one of
	 * them is it
	 * @return the answer
	 */
	public static RawReply to(int port, String request, String... headers) {
		return exchange(port, request, List.of(headers), "");
	}

	/**
	 * Sends one request with a body over a connection of its own.
	 * @param port the port on the loopback interface
	 * @param body the body
	 * @param request the request line, without the version
	 * @param headers more header lines than {@code Host} and {@code Content-Length}
	 * @return the answer
	 */
	public static RawReply withBody(int port, String body, String request, String... headers) {
		return exchange(port, request, withLength(body, headers), body);
	}

	/**
	 * Sends one request over a connection that is there.
	 * @param socket the connection
	 * @param request the request line, without the version
	 * @param headers all header lines but {@code Connection}
	 * @return the answer
	 * @throws IOException if the connection fails
	 */
	public static RawReply over(Socket socket, String request, String... headers) throws IOException {
		return exchange(socket, request, List.of(headers), "");
	}

	/**
	 * Sends one request with a body over a connection that is there.
	 * @param socket the connection
	 * @param body the body
	 * @param request the request line, without the version
	 * @param headers all header lines but {@code Connection} and {@code Content-Length}
	 * @return the answer
	 * @throws IOException if the connection fails
	 */
	public static RawReply withBodyOver(Socket socket, String body, String request, String... headers)
			throws IOException {
		return exchange(socket, request, withLength(body, headers), body);
	}

	private static List<String> withLength(String body, String... headers) {
		List<String> lines = new ArrayList<>(List.of(headers));
		lines.add("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length);
		return lines;
	}

	private static RawReply exchange(int port, String request, List<String> headers, String body) {
		List<String> lines = new ArrayList<>(headers);
		if (lines.stream().noneMatch((line) -> line.startsWith("Host:"))) {
			lines.add("Host: localhost:" + port);
		}
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			return exchange(socket, request, lines, body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static RawReply exchange(Socket socket, String request, List<String> lines, String body)
			throws IOException {
		String head = request + " HTTP/1.1\r\n" + String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
		socket.setSoTimeout(TIMEOUT_MILLIS);
		// One write: a server that refuses the request would reset a connection with more
		// to read
		socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
		byte[] reply = socket.getInputStream().readAllBytes();
		if (reply.length == 0) {
			throw new EOFException("The connection was closed without an answer");
		}
		return parse(new String(reply, StandardCharsets.UTF_8));
	}

	private static RawReply parse(String reply) {
		int end = reply.indexOf("\r\n\r\n");
		List<String> lines = List.of(reply.substring(0, end).split("\r\n"));
		return new RawReply(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()),
				reply.substring(end + 4));
	}

	/**
	 * Return the values of a header.
	 * @param name the name
	 * @return a value for each line
	 */
	public List<String> header(String name) {
		return this.lines.stream()
			.filter((line) -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
			.map((line) -> line.substring(name.length() + 1).strip())
			.toList();
	}

	/**
	 * Return all lines of CORS response headers.
	 * @return the lines, sorted
	 */
	public List<String> corsHeaders() {
		return this.lines.stream()
			.filter((line) -> line.regionMatches(true, 0, "Access-Control-", 0, 15))
			.sorted()
			.toList();
	}

	/**
	 * Return all tokens of {@code Vary}.
	 * @return the tokens in their order
	 */
	public List<String> vary() {
		return header("Vary").stream().flatMap((line) -> Stream.of(line.split(","))).map(String::strip).toList();
	}

	@Override
	public String toString() {
		return this.status + " " + Arrays.toString(this.lines.toArray()) + " " + this.body;
	}

}
