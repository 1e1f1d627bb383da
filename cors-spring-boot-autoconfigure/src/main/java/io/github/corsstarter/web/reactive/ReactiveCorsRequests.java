package io.github.corsstarter.web.reactive;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

import io.github.corsstarter.policy.CorsHeaders;
import io.github.corsstarter.policy.CorsRequest;
import io.github.corsstarter.web.Authority;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * Translates requests of the reactive stack. What a request without an origin has no use
 * for is not looked up.
 */
public final class ReactiveCorsRequests {

	private ReactiveCorsRequests() {
	}

	/**
	 * Translate a request.
	 * @param request the request
	 * @return what a decision depends on
	 */
	public static CorsRequest of(ServerHttpRequest request) {
		String method = request.getMethod().name();
		String path = request.getPath().pathWithinApplication().value();
		HttpHeaders headers = request.getHeaders();
		if (!HeaderLines.contains(headers, CorsHeaders.ORIGIN)) {
			return CorsRequest.withoutOrigin(method, path);
		}
		boolean options = "OPTIONS".equals(method);
		URI uri = request.getURI();
		String scheme = uri.getScheme();
		Authority authority = Authority.of(uri);
		return new CorsRequest(method, path, (scheme != null) ? scheme : "", host(request, authority), authority.port(),
				HeaderLines.joined(headers, CorsHeaders.ORIGIN),
				options ? HeaderLines.joined(headers, CorsHeaders.REQUEST_METHOD) : null,
				options ? HeaderLines.of(headers, CorsHeaders.REQUEST_HEADERS) : List.of(),
				HeaderLines.of(headers, CorsHeaders.FETCH_SITE), HeaderLines.joined(headers, CorsHeaders.FETCH_MODE),
				false);
	}

	/**
	 * Return the host that the client asked for. Where it did not say, servers give the
	 * address of the machine.
	 */
	private static @Nullable String host(ServerHttpRequest request, Authority authority) {
		if (HeaderLines.contains(request.getHeaders(), HttpHeaders.HOST)) {
			return authority.host();
		}
		InetSocketAddress local = request.getLocalAddress();
		boolean unknown = local != null && local.getHostString().equals(authority.host());
		return unknown ? null : authority.host();
	}

}
