package io.github.corsstarter.origin.advice;

import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Advisor}: counter-examples, mistakes and their wording.
 */
class AdvisorTests {

	@Test
	void domainIsNotConfinedWhereOthersHaveNamesBelow() {
		Judged judged = Judged.regex("https://.*\\.amazonaws\\.com");
		assertThat(judged.confinement().confined()).isFalse();
		assertThat(judged.advice().counterExamples()).allMatch((example) -> example.endsWith(".amazonaws.com"));
		assertThat(Judged.regex("https://console\\.amazonaws\\.com").confinement().owners())
			.containsExactly("amazonaws.com");
	}

	@Test
	void unescapedDotIsShown() {
		Judged judged = Judged.regex("https://.*\\.example.com");
		assertThat(judged.advice().mistakes()).containsExactly("The dot before 'com' is not escaped.");
		assertThat(judged.advice().correction()).isEqualTo("https://.*\\.example\\.com");
		assertThat(judged.advice().counterExamples()).contains("https://evil.examplexcom");
	}

	@Test
	void severalUnescapedDotsAreShown() {
		assertThat(Judged.regex("https://api.example.com").advice().mistakes())
			.containsExactly("The dots before 'example' and 'com' are not escaped.");
	}

	@Test
	void unescapedDotThatDoesNoHarmIsNotBlamed() {
		Judged judged = Judged.regex("https://a.b\\.example.com");
		assertThat(judged.advice().mistakes()).containsExactly("The dot before 'com' is not escaped.");
		assertThat(judged.advice().correction()).isEqualTo("https://a\\.b\\.example\\.com");
	}

	@Test
	void missingBoundaryIsShown() {
		String mistake = "Nothing separates the wildcard from 'example', "
				+ "so it also matches longer names that end with it.";
		Judged pattern = Judged.pattern("https://*example.com:8080");
		assertThat(pattern.advice().mistakes()).containsExactly(mistake);
		assertThat(pattern.advice().correction()).isEqualTo("https://*.example.com:8080");
		Judged regex = Judged.regex("https://.*example\\.com");
		assertThat(regex.advice().mistakes()).containsExactly(mistake);
		assertThat(regex.advice().correction()).isEqualTo("https://.*\\.example\\.com");
	}

	@ParameterizedTest
	@CsvSource({
			"^(https://.*example\\.com|https://.*example\\.net)$, ^(https://.*\\.example\\.com|https://.*\\.example\\.net)$",
			".+example.com|.+example.net, .+\\.example\\.com|.+\\.example\\.net" })
	void missingBoundariesAreMendedTogether(String regex, String correction) {
		Judged judged = Judged.regex(regex);
		assertThat(judged.advice().correction()).isEqualTo(correction);
		assertThat(judged.advice().mistakes()).filteredOn((mistake) -> mistake.startsWith("Nothing separates"))
			.hasSize(2);
	}

	@Test
	void boundaryThatDoesNotMatterIsLeftAlone() {
		assertThat(Judged.regex("https://(.*a\\.com|.*b\\.com|pr-[a-z]+x\\.example\\.org)").advice().correction())
			.isEqualTo("https://(.*\\.a\\.com|.*\\.b\\.com|pr-[a-z]+x\\.example\\.org)");
	}

	@Test
	void missingBoundaryBeforeAlternativesIsShown() {
		Judged judged = Judged.regex("https://.*(?:example\\.com|sample\\.net)");
		assertThat(judged.advice().mistakes()).containsExactly(
				"Nothing separates the wildcard from 'example', so it also matches longer names that end with it.");
		assertThat(judged.advice().correction()).isEqualTo("https://.*\\.(?:example\\.com|sample\\.net)");
		assertThat(Judged.regex("http://.*(localhost|127\\.0\\.0\\.1)").advice().correction()).isNull();
	}

	@Test
	void missingBoundaryIsShownThoughItIsNotAllThatIsWrong() {
		Judged judged = Judged.regex("https://.*example\\.com|https://.*\\.vercel\\.app");
		assertThat(judged.advice().mistakes()).containsExactly(
				"Nothing separates the wildcard from 'example', so it also matches longer names that end with it.");
		assertThat(judged.advice().correction()).isNull();
		assertThat(judged.advice().counterExamples()).startsWith("https://evilexample.com");
	}

	@Test
	void dotThatMayBeMissingIsShown() {
		Judged judged = Judged.regex("^https?://(.*\\.?)example\\.com$");
		assertThat(judged.advice().mistakes()).containsExactly(
				"The dot before 'example' is optional, so the wildcard also matches longer names that end with it.");
		assertThat(judged.advice().correction()).isEqualTo("^https?://(.*\\.)example\\.com$");
		assertThat(Judged.regex("https://[a-z]+[.]?example\\.com").advice().correction())
			.isEqualTo("https://[a-z]+\\.example\\.com");
	}

	@ParameterizedTest
	@CsvSource({ "https?://example\\.com:?[0-9]*, https?://example\\.com(:[0-9]+)?",
			"https://example\\.com:*(\\d+)?, https://example\\.com(:\\d+)?",
			"^http://localhost:?\\d*$, ^http://localhost(:\\d+)?$" })
	void colonThatMayBeMissingIsShown(String regex, String correction) {
		Judged judged = Judged.regex(regex);
		assertThat(judged.advice().mistakes())
			.containsExactly("Without the colon the digits of the port belong to the host.");
		assertThat(judged.advice().correction()).isEqualTo(correction);
	}

	@Test
	void counterExamplesHaveTheEndingOfTheEntry() {
		assertThat(Judged.regex("https://.*example\\.network").advice().counterExamples()).containsExactly(
				"https://evilexample.network", "https://attackerexample.network", "https://strangerexample.network");
		assertThat(Judged.regex("https://.*example\\.ac\\.nz").advice().counterExamples()).containsExactly(
				"https://evilexample.ac.nz", "https://attackerexample.ac.nz", "https://strangerexample.ac.nz");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://.*a.{11}\\.com", "https://.*a.{12}\\.com", "https://.*[ab].{12}" })
	void counterExamplesOfLargeAutomataAreNamedToo(String regex) {
		Judged judged = Judged.regex(regex);
		assertThat(judged.confinement().confined()).isFalse();
		assertThat(judged.advice().counterExamples()).satisfiesExactly(
				(example) -> assertThat(example).contains("//evil"),
				(example) -> assertThat(example).contains("//attacker"),
				(example) -> assertThat(example).contains("//stranger"));
	}

	@Test
	void severalMistakesAreMendedTogether() {
		Judged judged = Judged.regex("^https://.+example.com.*$");
		assertThat(judged.advice().mistakes()).containsExactly("The dot before 'com' is not escaped.",
				"Nothing separates the wildcard from 'example', so it also matches longer names that end with it.",
				"The wildcard at the end lets the host go on.");
		assertThat(judged.advice().correction()).isEqualTo("^https://.+\\.example\\.com$");
	}

	@Test
	void publicSuffixIsNamed() {
		assertThat(Judged.regex("https://app-.*\\.vercel\\.app").advice().mistakes())
			.containsExactly("Every name below the public suffix 'vercel.app' is a domain of its own.");
	}

	@Test
	void publicSuffixIsNamedTogetherWithWhatIsWrongBesides() {
		String suffix = "Every name below the public suffix 'github.io' is a domain of its own.";
		String dots = "The dots before 'github' and 'io' are not escaped.";
		Judged regex = Judged.regex("https://.*.github.io");
		assertThat(regex.advice().mistakes()).containsExactly(dots, suffix);
		assertThat(regex.advice().correction()).isNull();
		Judged glob = Judged.regex("https://*.github.io");
		assertThat(glob.advice().mistakes()).containsExactly(
				"The * repeats the slash before it; any characters are .* in a regular expression.", dots, suffix);
		assertThat(glob.advice().correction()).isNull();
		assertThat(glob.advice().counterExamples()).contains("https://xgithub.io");
	}

	@ParameterizedTest
	@CsvSource({ "https://*.awsapprunner.com, *.awsapprunner.com",
			"https://*.digitaloceanspaces.com, *.digitaloceanspaces.com",
			"https://*.compute-1.amazonaws.com, *.compute-1.amazonaws.com", "https://*.run.app, *.run.app",
			"https://*.usercontent.goog, *.usercontent.goog", "https://*.kawasaki.jp, *.kawasaki.jp",
			"https://*.foo.kawasaki.jp, foo.kawasaki.jp", "https://*.ck, ck", "https://*.foo.ck, foo.ck",
			"https://*.com.np, com.np", "https://*.amazonaws.com, *.elb.amazonaws.com", "https://*.co.uk, co.uk",
			"https://*.uk, uk", "https://a-*.jp, jp" })
	void publicSuffixIsNamedAsTheListHasIt(String pattern, String suffix) {
		assertThat(Judged.pattern(pattern).advice().mistakes())
			.containsExactly("Every name below the public suffix '" + suffix + "' is a domain of its own.");
	}

	@ParameterizedTest
	@CsvSource({ "https://.*.amazonaws.com, *.elb.amazonaws.com", "https://.*.windows.net, *.web.core.windows.net",
			"https://*.amazonaws.com, *.elb.amazonaws.com", "https://.*.azure.com, *.cloudapp.azure.com",
			"https://bucket.s3.*.amazonaws.com, *.elb.amazonaws.com",
			"https://bucket\\.s3.*\\.amazonaws\\.com, *.elb.amazonaws.com",
			"https://.*\\.(s3|elb)\\.amazonaws\\.com, s3.amazonaws.com" })
	void publicSuffixIsThatOfStrangersNextToTheOwner(String regex, String suffix) {
		assertThat(Judged.regex(regex).advice().mistakes()).filteredOn((mistake) -> mistake.contains("public suffix"))
			.containsExactly("Every name below the public suffix '" + suffix + "' is a domain of its own.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*-team.vercel.app", "https://*--site.netlify.app", "https://*-example.com",
			"https://*_team.vercel.app" })
	void noDotIsProposedInFrontOfAHyphen(String pattern) {
		Judged judged = Judged.pattern(pattern);
		assertThat(judged.advice().correction()).isNull();
		assertThat(judged.advice().mistakes()).singleElement()
			.asString()
			.startsWith("Every name below the public suffix");
	}

	@ParameterizedTest
	@ValueSource(strings = { "intra", "consul", "acmecorp", "example" })
	void topLevelDomainThatNobodyKnowsIsNamed(String name) {
		Judged judged = Judged.pattern("https://*." + name);
		assertThat(judged.advice().counterExamples()).hasSize(3);
		assertThat(judged.advice().mistakes()).containsExactly("The public suffix list does not know '" + name
				+ "', so every name below it counts as a domain of its own.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ck", "foo.ck", "np", "com.np", "jm", "er", "mm", "pg" })
	void anyoneElseMayHaveNamesBelowSuffixesWithAWildcard(String suffix) {
		Judged pattern = Judged.pattern("https://*." + suffix);
		Judged regex = Judged.regex("https://.*\\." + suffix.replace(".", "\\."));
		assertThat(pattern.advice().counterExamples()).hasSize(3)
			.isEqualTo(regex.advice().counterExamples())
			.allSatisfy((example) -> assertThat(PublicSuffixList.get().registrableDomain(OriginGrammar.host(example)))
				.isNotNull());
	}

	@Test
	void namesThatResolveToAnAddressBelongToWhoHasTheAddress() {
		assertThat(Judged.regex("https://.*\\.1\\.nip\\.io").confinement().confined()).isFalse();
		assertThat(Judged.regex("https://.*\\.0\\.0\\.1\\.sslip\\.io").advice().counterExamples()).hasSize(3);
		assertThat(Judged.regex("https://(api\\.)?203\\.0\\.113\\.7\\.nip\\.io").confinement().owners())
			.containsExactly("203.0.113.7");
		assertThat(Judged.regex("https://[a-z]+-203-0-113-7\\.sslip\\.io").confinement().owners())
			.containsExactly("203.0.113.7");
		assertThat(Judged.regex("https://(a-x|app2)[.-]127[.-]0[.-]0[.-]1\\.(nip|sslip)\\.io").confinement().owners())
			.containsExactly("127.0.0.0/8");
		assertThat(Judged.regex("https://(a\\.b|app2)[.-]10[.-]0[.-]0[.-]1\\.(nip|sslip)\\.io").confinement().owners())
			.containsExactly("10.0.0.0/8");
		assertThat(Judged.regex("https://app\\.nip\\.io").confinement().owners()).containsExactly("app.nip.io");
	}

	@Test
	void namesWithNumbersBeforeTheAddressCanBelongToAnybody() {
		assertThat(Judged.regex("https://(.*\\.)?203\\.0\\.113\\.7\\.nip\\.io").advice().counterExamples())
			.contains("https://6-6-6-6.203.0.113.7.nip.io");
		assertThat(Judged.regex("https://[0-9]+\\.10\\.0\\.0\\.1\\.nip\\.io").confinement().confined()).isFalse();
		assertThat(Judged.regex("https://[0-9a-f-]+\\.10\\.0\\.0\\.1\\.sslip\\.io").confinement().confined()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cloudapp.azure.com", "westeurope.cloudapp.azure.com", "azure.com", "cloudshell.dev",
			"googleusercontent.com", "bc.googleusercontent.com", "jsbin.com", "backblazeb2.com",
			"s3.us-west-004.backblazeb2.com", "oraclecloud.com", "force.com", "lightning.force.com", "my.site.com",
			"zendesk.com" })
	void hostsThatTheListLacksMayBeSomeoneElses(String domain) {
		Judged judged = Judged.pattern("https://*." + domain);
		assertThat(judged.confinement().confined()).isFalse();
		assertThat(judged.advice().counterExamples()).hasSize(3);
	}

	@Test
	void onlyConfinedCorrectionsAreOffered() {
		assertThat(Judged.regex("https://.*.github.io").advice().correction()).isNull();
		assertThat(Judged.regex("https://example.*").advice().correction()).isNull();
	}

	@Test
	void dotIsFoundByTheNameNextToIt() {
		assertThat(Judged.regex("https://(www.)?(a.)?example\\.com").advice().mistakes())
			.containsExactly("The dots after 'www' and 'a' are not escaped.");
	}

}
