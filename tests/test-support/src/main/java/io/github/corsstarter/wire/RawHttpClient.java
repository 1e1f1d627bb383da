package io.github.corsstarter.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An HTTP/1.1 client that sends what it is told: any request target, repeated and empty
 * headers, any {@code Host}. Each exchange has a connection of its own.
 */
public final class RawHttpClient {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final int port;

	public RawHttpClient(int port) {
		this.port = port;
	}

	/**
	 * Return where the requests go.
	 * @return the base URI of the server
	 */
	public URI uri() {
		return URI.create("http://localhost:" + this.port);
	}

	public RawHttpResponse send(String method, String target, List<HttpHeader> headers) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout((int) TIMEOUT.toMillis());
			socket.getOutputStream().write(head(method, target, headers).getBytes(StandardCharsets.UTF_8));
			return read(new BufferedInputStream(socket.getInputStream()), "HEAD".equals(method));
		}
	}

	private static String head(String method, String target, List<HttpHeader> headers) {
		StringBuilder head = new StringBuilder();
		head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
		for (HttpHeader header : headers) {
			head.append(header.name()).append(": ").append(header.value()).append("\r\n");
		}
		if (headers.stream().noneMatch((header) -> header.is("Connection"))) {
			head.append("Connection: close\r\n");
		}
		return head.append("\r\n").toString();
	}

	private static RawHttpResponse read(InputStream in, boolean bodiless) throws IOException {
		int status = Integer.parseInt(readLine(in).split(" ")[1]);
		List<HttpHeader> headers = new ArrayList<>();
		for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
			int colon = line.indexOf(':');
			headers.add(new HttpHeader(line.substring(0, colon), line.substring(colon + 1).strip()));
		}
		RawHttpResponse response = new RawHttpResponse(status, headers, "");
		if (bodiless || status == 204 || status == 304) {
			return response;
		}
		return new RawHttpResponse(status, headers, new String(readBody(in, response), StandardCharsets.UTF_8));
	}

	private static byte[] readBody(InputStream in, RawHttpResponse response) throws IOException {
		if (response.values("Transfer-Encoding").contains("chunked")) {
			return readChunks(in);
		}
		List<String> length = response.values("Content-Length");
		return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length.get(0)));
	}

	private static byte[] readChunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
			body.write(in.readNBytes(size));
			readLine(in);
		}
		return body.toByteArray();
	}

	private static int chunkSize(InputStream in) throws IOException {
		return Integer.parseInt(readLine(in).split(";")[0].strip(), 16);
	}

	private static String readLine(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException("The response ended within a line: " + line);
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
	}

}
