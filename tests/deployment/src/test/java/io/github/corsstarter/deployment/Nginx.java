package io.github.corsstarter.deployment;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.corsstarter.wire.RawReply;

/**
 * A real nginx that terminates TLS on a port of its own, with a directory and a process
 * of its own.
 */
final class Nginx implements AutoCloseable {

	private static final int ATTEMPTS = 5;

	private static final int PATIENCE_SECONDS = 30;

	private final Process process;

	private final ServerCertificate certificate;

	private final int port;

	private Nginx(Process process, ServerCertificate certificate, int port) {
		this.process = process;
		this.certificate = certificate;
		this.port = port;
	}

	/**
	 * Starts nginx.
	 * @param directory an empty directory
	 * @param sites what it serves
	 * @return the running server
	 */
	static Nginx start(Path directory, List<Site> sites) {
		try {
			ServerCertificate certificate = ServerCertificate.in(directory);
			for (int attempt = 1;; attempt++) {
				Nginx nginx = start(certificate, freePort(), sites);
				if (nginx.isListening()) {
					return nginx;
				}
				nginx.close();
				if (attempt == ATTEMPTS) {
					throw new IllegalStateException(Files.readString(directory.resolve("error.log")));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static Nginx start(ServerCertificate certificate, int port, List<Site> sites) throws IOException {
		Path directory = certificate.directory();
		Files.writeString(directory.resolve("nginx.conf"), configuration(port, sites));
		File log = directory.resolve("error.log").toFile();
		Process process = new ProcessBuilder(Program.NGINX.executable(), "-p", directory.toString(), "-c", "nginx.conf",
				"-e", log.toString())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log))
			.start();
		return new Nginx(process, certificate, port);
	}

	private static String configuration(int port, List<Site> sites) {
		List<String> lines = new ArrayList<>(List.of("daemon off;", "master_process off;", "pid nginx.pid;",
				"events { worker_connections 256; }", "http {", "access_log off;", "server_names_hash_bucket_size 128;",
				"client_body_temp_path body;", "proxy_temp_path proxy;", "fastcgi_temp_path fastcgi;",
				"uwsgi_temp_path uwsgi;", "scgi_temp_path scgi;", "ssl_certificate server.crt;",
				"ssl_certificate_key server.key;"));
		for (Site site : sites) {
			lines.add("server {");
			lines.add("listen 127.0.0.1:" + port + " ssl;");
			lines.add("server_name " + site.name() + ";");
			lines.add("location / {");
			lines.add("proxy_pass http://127.0.0.1:" + site.upstream() + ";");
			lines.addAll(site.directives());
			lines.add("} }");
		}
		lines.add("}");
		return String.join("\n", lines);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Waits until connections are taken, or until the process has ended because somebody
	 * else was faster to take the port.
	 */
	private boolean isListening() throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
		while (System.nanoTime() < end) {
			if (this.process.waitFor(20, TimeUnit.MILLISECONDS)) {
				return false;
			}
			try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
				return socket.isConnected();
			}
			catch (IOException ex) {
				// Not yet
			}
		}
		return false;
	}

	int port() {
		return this.port;
	}

	/**
	 * Sends a request over TLS.
	 * @param request the request line, without the version
	 * @param headers the header lines, {@code Host} among them
	 * @return the answer
	 */
	RawReply send(String request, String... headers) {
		try (Socket socket = connect()) {
			return RawReply.over(socket, request, headers);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	RawReply sendWithBody(String body, String request, String... headers) {
		try (Socket socket = connect()) {
			return RawReply.withBodyOver(socket, body, request, headers);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Socket connect() throws IOException {
		Socket socket = this.certificate.clients().createSocket(InetAddress.getLoopbackAddress(), this.port);
		// The end of the handshake and the request are two writes; the second would wait
		// for what acknowledges the first
		socket.setTcpNoDelay(true);
		return socket;
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
		try {
			this.process.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * One application behind the proxy.
	 *
	 * @param name the host name, by which requests find it
	 * @param upstream the port of the application
	 * @param directives what stands next to {@code proxy_pass}
	 */
	record Site(String name, int upstream, List<String> directives) {

	}

}
