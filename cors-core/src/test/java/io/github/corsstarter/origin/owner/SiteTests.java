package io.github.corsstarter.origin.owner;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Site}.
 */
class SiteTests {

	@ParameterizedTest
	@CsvSource({ "app.example.com, example.com", "example.com, example.com", "com, com",
			"a.b.example.co.uk, example.co.uk", "alice.github.io, alice.github.io",
			"a.alice.github.io, alice.github.io", "app.example.com., example.com.", "localhost, localhost",
			"app.localhost, app.localhost", "a.app.localhost, app.localhost", "127.0.0.1, 127.0.0.1",
			"127.0.0.1., 127.0.0.1.", "[::1], [::1]", "my_host, my_host", "'', ''" })
	void siteIsTheRegistrableDomain(String host, String site) {
		assertThat(Site.hostOf(host)).isEqualTo(site);
	}

	@ParameterizedTest
	@CsvSource({ "a.codesandbox.io, codesandbox.io", "a.serveo.net, serveo.net" })
	void hostsThatOnlyOwnersAreToldApartByAreOneSite(String host, String site) {
		assertThat(PublicSuffixList.get().registrableDomain(host)).isEqualTo(host);
		assertThat(Site.hostOf(host)).isEqualTo(site);
	}

}
