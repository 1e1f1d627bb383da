package io.github.corsstarter.origin.data;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TenantHost}.
 */
class TenantHostTests {

	@ParameterizedTest
	@CsvSource({ "a.example,a.example", "A.Example,a.example", "a.example.,a.example", "a.example:8443,a.example",
			"A.EXAMPLE.:80,a.example", "bücher.example,xn--bcher-kva.example", "[::1],[::1]", "[0:0::1]:8080,[::1]",
			"::1,[::1]", "2001:DB8::1,[2001:db8::1]", "127.0.0.1,127.0.0.1", "A_b.example,a_b.example",
			"not a host,not a host", "ACME Inc,acme inc" })
	void normalizes(String host, String tenant) {
		assertThat(TenantHost.normalize(host)).isEqualTo(tenant);
	}

	@ParameterizedTest
	@NullAndEmptySource
	void noHostIsNoTenant(String host) {
		assertThat(TenantHost.normalize(host)).isNull();
		assertThat(TenantHost.normalize(".")).isNull();
		assertThat(TenantHost.normalize(":8080")).isNull();
	}

	@Test
	void returnsTheSameInstanceWhereThereIsNothingToDo() {
		String host = "tenant-1.example";
		assertThat(TenantHost.normalize(host)).isSameAs(host);
	}

}
