package io.github.corsstarter.policy.fetch;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link FetchHeader}.
 */
class FetchHeaderTests {

	@Test
	void unsafeNamesAreThoseThatAPreflightAsksFor() {
		assertThat(FetchHeader.unsafeNames(List.of("X-Trace", "Accept", "accept-language", "Content-Language", "Cookie",
				"Sec-X", "Authorization", "x-trace")))
			.containsExactly("authorization", "x-trace");
	}

	@Test
	void headersWhoseValuesDecideAreThoseOfJsonAndOfMediaPlayers() {
		assertThat(FetchHeader.unsafeNames(List.of("Range", "Content-Type"))).containsExactly("content-type");
	}

}
