package io.github.corsstarter.origin.owner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.corsstarter.origin.entry.OriginEntryParser;
import io.github.corsstarter.origin.proof.OriginLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link PublicSuffixList}. The cases are those by which the list's authors test
 * implementations, in the form in which browsers send names.
 */
class PublicSuffixListTests {

	private final PublicSuffixList suffixes = PublicSuffixList.get();

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "com, -", "example.com, example.com", "b.example.com, example.com",
			"a.b.example.com, example.com", "example, -", "example.example, example.example",
			"a.b.example.example, example.example", "biz, -", "domain.biz, domain.biz", "a.b.domain.biz, domain.biz",
			"uk.com, -", "example.uk.com, example.uk.com", "a.b.example.uk.com, example.uk.com", "test.ac, test.ac",
			"mm, -", "c.mm, -", "b.c.mm, b.c.mm", "a.b.c.mm, b.c.mm", "jp, -", "test.jp, test.jp",
			"www.test.jp, test.jp", "ac.jp, -", "test.ac.jp, test.ac.jp", "kyoto.jp, -", "test.kyoto.jp, test.kyoto.jp",
			"ide.kyoto.jp, -", "b.ide.kyoto.jp, b.ide.kyoto.jp", "c.kobe.jp, -", "b.c.kobe.jp, b.c.kobe.jp",
			"city.kobe.jp, city.kobe.jp", "www.city.kobe.jp, city.kobe.jp", "ck, -", "test.ck, -",
			"b.test.ck, b.test.ck", "www.ck, www.ck", "www.www.ck, www.ck", "us, -", "test.us, test.us", "ak.us, -",
			"test.ak.us, test.ak.us", "k12.ak.us, -", "test.k12.ak.us, test.k12.ak.us",
			"xn--85x722f.com.cn, xn--85x722f.com.cn", "xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
			"www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn", "xn--55qx5d.cn, -",
			"xn--85x722f.xn--fiqs8s, xn--85x722f.xn--fiqs8s", "xn--fiqs8s, -", "github.io, -",
			"evil.github.io, evil.github.io", "a.evil.github.io, evil.github.io", "app.github.dev, -",
			"a.app.github.dev, a.app.github.dev", "gitpod.io, -", "a.ws-eu1.gitpod.io, a.ws-eu1.gitpod.io" })
	void registrableDomainIsOneLabelMoreThanTheSuffix(String host, String domain) {
		assertThat(this.suffixes.registrableDomain(host)).isEqualTo(domain);
	}

	@ParameterizedTest
	@CsvSource({ "shop.z13.web.core.windows.net", "shop.z6.web.core.windows.net", "shop.z24.web.storage.azure.net",
			"shop.z24.blob.storage.azure.net", "team--shop.modal.run", "shop.w.modal.host",
			"shop-3000.team.w.modal.host", "shop-1234567890123456.aws.databricksapps.com",
			"shop-1234567890123456.gcp.databricksapps.com", "shop-1234567890123456.19.azure.databricksapps.com",
			"shop.edgeone.app", "shop.edgeone.dev", "1234567.hs-sites.com", "1234567.hs-sites-eu1.com",
			"shop-1234567.hubspotpagebuilder.com", "shop-1234567.hubspotpagebuilder.eu", "shop-team.b4a.run",
			"shop.b4a.app", "shop.b4a.io", "shop.cfapps.eu10.hana.ondemand.com",
			"shop.cfapps.eu10-005.hana.ondemand.com", "shop.cfapps.us10-001.hana.ondemand.com",
			"shop.cfapps.ap21.hana.ondemand.com" })
	void neighboursOnSharedHostsAreStrangers(String host) {
		String neighbour = "evil" + host.substring(host.indexOf('.'));
		assertThat(OriginOwner.of("https://" + host).name())
			.isNotEqualTo(OriginOwner.of("https://" + neighbour).name());
		assertThat(new OriginLanguages()
			.of(new OriginEntryParser().pattern("https://*" + host.substring(host.indexOf('.'))))
			.confinement()
			.confined()).isFalse();
	}

	@Test
	void suffixesBelowADomainAreThoseOfTheList() {
		assertThat(this.suffixes.suffixesBelow("example.com")).isEmpty();
		assertThat(this.suffixes.suffixesBelow("amazonaws.com")).contains("s3.amazonaws.com", "*.elb.amazonaws.com")
			.allMatch((suffix) -> suffix.endsWith(".amazonaws.com"));
	}

	@Test
	void supplementHasOnlyWhatTheListLacks() throws IOException {
		assertThat(rules("shared-hosts.dat")).hasSizeBetween(20, 250)
			.contains("gitpod.io", "loca.lt", "nip.io", "sslip.io", "app.github.dev", "stackblitz.io",
					"webcontainer.io")
			.doesNotContainAnyElementsOf(rules("public-suffix-list.dat"));
	}

	@Test
	void listIsKeptAsLongAsSomebodyUsesIt() {
		assertThat(PublicSuffixList.get()).isSameAs(this.suffixes);
	}

	private static Set<String> rules(String resource) throws IOException {
		try (InputStream input = Objects.requireNonNull(PublicSuffixList.class.getResourceAsStream(resource))) {
			List<String> lines = new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
			return lines.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("//"))
				.collect(Collectors.toSet());
		}
	}

}
