package io.github.corsstarter.benchmark.boot;

import java.util.Collections;
import java.util.Enumeration;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.MappingMatch;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be filtered again and again. Whatever is not overridden fails.
 */
final class StubRequest extends HttpServletRequestWrapper {

	private static final HttpServletMapping MAPPING = new DefaultMapping();

	private final String method;

	private final String path;

	private final HeaderTable headers = new HeaderTable();

	private final HeaderTable attributes = new HeaderTable();

	StubRequest(String method, String path, String... headers) {
		super(Unsupported.of(HttpServletRequest.class));
		this.method = method;
		this.path = path;
		for (int i = 0; i < headers.length; i += 2) {
			this.headers.add(headers[i], headers[i + 1]);
		}
	}

	/**
	 * Forget what a filter has left behind.
	 */
	void reset() {
		this.attributes.clear();
	}

	@Override
	public String getMethod() {
		return this.method;
	}

	@Override
	public String getRequestURI() {
		return this.path;
	}

	@Override
	public String getContextPath() {
		return "";
	}

	@Override
	public String getServletPath() {
		return this.path;
	}

	@Override
	public @Nullable String getPathInfo() {
		return null;
	}

	@Override
	public HttpServletMapping getHttpServletMapping() {
		return MAPPING;
	}

	@Override
	public String getCharacterEncoding() {
		return "UTF-8";
	}

	@Override
	public @Nullable String getContentType() {
		return null;
	}

	@Override
	public int getContentLength() {
		return -1;
	}

	@Override
	public String getProtocol() {
		return "HTTP/1.1";
	}

	@Override
	public String getScheme() {
		return "https";
	}

	@Override
	public String getServerName() {
		return "api.example.com";
	}

	@Override
	public int getServerPort() {
		return 443;
	}

	@Override
	public DispatcherType getDispatcherType() {
		return DispatcherType.REQUEST;
	}

	@Override
	public boolean isAsyncSupported() {
		return true;
	}

	@Override
	public boolean isAsyncStarted() {
		return false;
	}

	@Override
	public @Nullable String getHeader(String name) {
		return (String) this.headers.get(name);
	}

	@Override
	public Enumeration<String> getHeaders(String name) {
		return Collections.enumeration(this.headers.lines(name));
	}

	@Override
	public Enumeration<String> getHeaderNames() {
		return Collections.enumeration(this.headers.names());
	}

	@Override
	public @Nullable Object getAttribute(String name) {
		return this.attributes.get(name);
	}

	@Override
	public void setAttribute(String name, Object value) {
		this.attributes.set(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.attributes.remove(name);
	}

	private static final class DefaultMapping implements HttpServletMapping {

		@Override
		public String getMatchValue() {
			return "";
		}

		@Override
		public String getPattern() {
			return "/";
		}

		@Override
		public String getServletName() {
			return "dispatcherServlet";
		}

		@Override
		public MappingMatch getMappingMatch() {
			return MappingMatch.DEFAULT;
		}

	}

}
