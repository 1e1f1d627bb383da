package io.github.corsstarter.test.transport;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.corsstarter.test.fetch.HeaderList;
import io.github.corsstarter.test.fetch.ReceivedResponse;
import io.github.corsstarter.test.fetch.SentRequest;
import io.github.corsstarter.test.fetch.Transport;

import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Calls Spring MVC without a server.
 *
 * @param client performs the requests
 * @param base where the pretended server is
 */
record MockMvcTransport(MockMvcTester client, URI base) implements Transport {

	@Override
	public boolean reachesOtherServers() {
		return false;
	}

	@Override
	public ReceivedResponse send(SentRequest request) {
		MockMvcRequestBuilder builder = this.client.method(HttpMethod.valueOf(request.method()));
		builder.uri(request.url());
		builder.header("Host", request.url().getRawAuthority());
		request.headers().forEach((header) -> builder.header(header.name(), header.value()));
		byte[] body = request.body();
		if (body != null) {
			builder.content(body);
		}
		MvcTestResult result = builder.exchange();
		Exception failure = result.getUnresolvedException();
		if (failure != null) {
			throw new IllegalStateException("The application failed to answer " + request.method() + " " + request.url()
					+ ", where a server would answer 500", failure);
		}
		MockHttpServletResponse response = result.getResponse();
		return new ReceivedResponse(response.getStatus(), headers(response), response.getContentAsByteArray());
	}

	private static HeaderList headers(MockHttpServletResponse response) {
		Map<String, List<String>> lines = new LinkedHashMap<>();
		response.getHeaderNames().forEach((name) -> lines.put(name, response.getHeaders(name)));
		return HeaderList.of(lines);
	}

}
