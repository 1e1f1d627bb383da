package io.github.corsstarter.wire;

import java.util.List;

/**
 * A response, its header lines just as they came.
 *
 * @param status the status code
 * @param headers the header lines
 * @param body the body, read as UTF-8
 */
public record RawHttpResponse(int status, List<HttpHeader> headers, String body) {

	public List<String> values(String name) {
		return this.headers.stream().filter((header) -> header.is(name)).map(HttpHeader::value).toList();
	}

}
