package io.github.corsstarter.policy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link RequestPath}.
 */
class RequestPathTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			/a/b,             /a/b
			/a%20b,           /a%20b
			/a/../b,          /a/../b|/b
			/a/%2e%2e/b,      /a/%2e%2e/b|/b
			/a%2Fb,           /a/b|/a%2Fb
			/a%5cb,           /a/b|/a%5cb
			/a\\b,             /a/b|/a\\b
			/a/..%2fb,        /a/../b|/b|/a/..%2fb
			/a%2f../../b,     /a/../../b|/b|/a%2f../../b|/b
			/a%252fb,         /a%252fb
			""")
	void readings(String path, String readings) {
		assertThat(RequestPath.readings(path)).containsExactly(readings.split("\\|"));
		assertThat(RequestPath.isAmbiguous(path)).isEqualTo(path.matches(".*(%|\\\\|\\.\\.).*"));
	}

	@ParameterizedTest
	@CsvSource({ "/a/../b,false", "/a/../../b,true", "/..%2fb,true", "/a%2fb/../..,true", "/a%2f..%5c..,true",
			"/a%2fb/..,false", "/a%20b,false" })
	void leavesRoot(String path, boolean leaves) {
		assertThat(RequestPath.leavesRoot(path)).isEqualTo(leaves);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'',                      /
			/,                       /
			/api/users,              /api/users
			/api/users/,             /api/users/
			//admin/x,               /admin/x
			/admin//x,               /admin/x
			/admin/x//,              /admin/x/
			///,                     /
			/a/../admin/x,           /admin/x
			/a/./b,                  /a/b
			/a/.,                    /a/
			/a/b/..,                 /a/
			/a/..,                   /
			/../../admin,            /admin
			/a//../admin,            /admin
			/a/%2e%2e/admin,         /admin
			/a/%2E%2e/admin,         /admin
			/a/.%2e/admin,           /admin
			/a/%2e/b,                /a/b
			/a/..;x=1/admin,         /admin
			/a/%2e%2e;x/admin,       /admin
			/a/.;x/b,                /a/b
			/;x/admin,               /admin
			/a;x/b,                  /a;x/b
			/.well-known/x,          /.well-known/x
			/...,                    /...
			/a/..b/c,                /a/..b/c
			/a/%252e%252e/b,         /a/%252e%252e/b
			/%61dmin,                /%61dmin
			*,                       *
			""")
	void normalizes(String path, String normalized) {
		assertThat(RequestPath.normalize(path)).isEqualTo(normalized);
	}

	@Test
	void pathWithNothingToNormalizeIsReturnedAsItIs() {
		String path = new String("/api/users/42;v=1/a.b");
		assertThat(RequestPath.normalize(path)).isSameAs(path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/../b", "/a/%2e%2E/b", "/a/..;x=1/b", "/a/.%2e", "/.." })
	void pathWithDotDotSegmentClimbs(String path) {
		assertThat(RequestPath.climbs(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/b", "/a/..b", "/a/b..", "/a/%2e/b", "/a%2e%2e/b", "/...", "/a;x=../b" })
	void pathWithoutDotDotSegmentDoesNotClimb(String path) {
		assertThat(RequestPath.climbs(path)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/..", "/../a", "/a/../../b", "/a/./..;x/%2e%2E/b", "//a//../..", "/a/../../../a/b" })
	void pathWithMoreDotDotThanSegmentsLeavesTheRoot(String path) {
		assertThat(RequestPath.leavesRoot(path)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a/..", "/a/../b", "/a/b/../../c", "/a/...", "", "/" })
	void pathWithFewerDotDotThanSegmentsDoesNotLeaveTheRoot(String path) {
		assertThat(RequestPath.leavesRoot(path)).isFalse();
	}

}
