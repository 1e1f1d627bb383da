package io.github.corsstarter.benchmark.boot;

import java.util.Collection;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A response that can be written again and again. Whatever is not overridden fails.
 */
final class StubResponse extends HttpServletResponseWrapper {

	private final HeaderTable headers = new HeaderTable();

	private final Body body = new Body();

	private int status = SC_OK;

	StubResponse() {
		super(Unsupported.of(HttpServletResponse.class));
	}

	/**
	 * Describe what the client may do now.
	 * @return the headers that matter to a client, and whether it was refused
	 */
	String answer() {
		return "%s, origin %s, credentials %s, max-age %s".formatted(
				(this.status == SC_FORBIDDEN) ? "refused" : "not refused", getHeader("Access-Control-Allow-Origin"),
				getHeader("Access-Control-Allow-Credentials"), getHeader("Access-Control-Max-Age"));
	}

	@Override
	public void reset() {
		this.headers.clear();
		this.body.length = 0;
		this.status = SC_OK;
	}

	@Override
	public void resetBuffer() {
		this.body.length = 0;
	}

	@Override
	public void setStatus(int status) {
		this.status = status;
	}

	@Override
	public int getStatus() {
		return this.status;
	}

	@Override
	public void setHeader(String name, @Nullable String value) {
		if (value == null) {
			this.headers.remove(name);
		}
		else {
			this.headers.set(name, value);
		}
	}

	@Override
	public void addHeader(String name, String value) {
		this.headers.add(name, value);
	}

	@Override
	public boolean containsHeader(String name) {
		return this.headers.get(name) != null;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return (String) this.headers.get(name);
	}

	@Override
	public Collection<String> getHeaders(String name) {
		return this.headers.lines(name);
	}

	@Override
	public void setContentType(String type) {
	}

	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public void setCharacterEncoding(String encoding) {
	}

	@Override
	public @Nullable String getCharacterEncoding() {
		return null;
	}

	@Override
	public void setContentLength(int length) {
	}

	@Override
	public void setContentLengthLong(long length) {
	}

	@Override
	public boolean isCommitted() {
		return false;
	}

	@Override
	public void flushBuffer() {
	}

	@Override
	public ServletOutputStream getOutputStream() {
		return this.body;
	}

	/**
	 * Counts what is written.
	 */
	private static final class Body extends ServletOutputStream {

		private int length;

		@Override
		public void write(int value) {
			this.length++;
		}

		@Override
		public void write(byte[] bytes, int offset, int count) {
			this.length += count;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener listener) {
			throw new UnsupportedOperationException();
		}

	}

}
