package io.github.corsstarter.origin.proof;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.corsstarter.origin.entry.OriginPattern;
import io.github.corsstarter.origin.entry.OriginRegex;
import io.github.corsstarter.origin.owner.OriginOwner;
import io.github.corsstarter.origin.owner.PublicSuffixList;
import io.github.corsstarter.origin.proof.Confinement.Fault;
import io.github.corsstarter.origin.proof.Confinement.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Confinement}: branches, faults and their wording.
 */
class ConfinementTests {

	@Test
	void alternativesAndOptionalPartsAreBranches() {
		assertThat(confinement("https://examples?\\.(com|net|co\\.uk)").owners()).containsExactly("example.co.uk",
				"example.com", "example.net", "examples.co.uk", "examples.com", "examples.net");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://(a|b){1}\\.com", "https://(?:(?:a)|(?:(?:b)))\\.com", "https://(a|b\\.)?c\\.com",
			"https://x{0}(a|b)\\.com", "https://a\\.com|https://b\\.com(:1|:2)?", "(https://a\\.com|http://b\\.com)",
			"https?://(s|t)\\.com", "https://(a|)b\\.com", "https://(a(b(c)?)?)?d\\.com" })
	void nestedAlternativesAreBranchesToo(String regex) {
		assertThat(confinement(regex).confined()).isTrue();
		assertThat(confinement(regex).owners()).hasSizeGreaterThan(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://app[1-9]\\.com", "https://(a|b){2}\\.com", "https://(a|b)+\\.com",
			"https://a*\\.com", "https://a{1,2}\\.com", "https://a{0,2}\\.com" })
	void classesAndOtherRepetitionsAreNot(String regex) {
		assertThat(confinement(regex).confined()).isFalse();
	}

	@Test
	void aThousandBranchesAreExpanded() {
		assertThat(confinement("https://(" + names(1000) + ")").owners()).hasSize(1000);
		assertThat(confinement("https://(" + names(1002) + ")").confined()).isFalse();
	}

	@Test
	void branchesThatDoNotMatterAreNotCounted() {
		assertThat(confinement("https://(" + names(900) + ")(:(1|2|3|4))?").owners()).hasSize(900);
		assertThat(
				confinement("https?://((a|b|c|d)?(a|b|c|d)?(a|b|c|d)?(a|b|c|d)?(a|b|c|d)?x\\.)?example\\.com").owners())
			.containsExactly("example.com");
	}

	@Test
	void branchesOfManyNamesAndEndingsAreExpanded() {
		String hosts = IntStream.range(0, 500).mapToObj((i) -> "app" + i).collect(Collectors.joining("|"));
		assertThat(confinement("https://(" + hosts + ")\\.(example|sample)\\.com").owners())
			.containsExactly("example.com", "sample.com");
	}

	@Test
	void reservedNamesAndNetworksAreOneOwnerEach() {
		assertThat(confinement("https?://(.*\\.)?(internal|corp|home\\.arpa)(:\\d+)?").owners()).containsExactly("corp",
				"home.arpa", "internal");
		assertThat(confinement("http://10\\.\\d+\\.\\d+\\.\\d+|http://192\\.168\\.\\d+\\.\\d+").owners())
			.containsExactly("10.0.0.0/8", "192.168.0.0/16");
		assertThat(confinement("http://(app|web)\\d?").owners()).containsExactly("single-label hosts");
		assertThat(confinement("http://app(:\\d+)?").owners()).containsExactly("app");
		assertThat(confinement("http://(10|11)\\.\\d+\\.\\d+\\.\\d+").confined()).isFalse();
	}

	@Test
	void domainIsNotConfinedWhereOthersHaveNamesBelow() {
		Confinement confinement = confinement("https://.*\\.amazonaws\\.com");
		assertThat(confinement.confined()).isFalse();
		assertThat(confinement.counterExamples()).allMatch((example) -> example.endsWith(".amazonaws.com"));
		assertThat(confinement("https://console\\.amazonaws\\.com").owners()).containsExactly("amazonaws.com");
	}

	@Test
	void unescapedDotIsShown() {
		Confinement confinement = confinement("https://.*\\.example.com");
		assertThat(confinement.faults())
			.containsExactly(new Fault(Kind.UNESCAPED_DOT, 19, "The dot before 'com' is not escaped."));
		assertThat(confinement.correction()).isEqualTo("https://.*\\.example\\.com");
		assertThat(confinement.counterExamples()).contains("https://evil.examplexcom");
	}

	@Test
	void severalUnescapedDotsAreShown() {
		assertThat(confinement("https://api.example.com").faults())
			.containsExactly(new Fault(Kind.UNESCAPED_DOT, 11, "The dots before 'example' and 'com' are not escaped."));
	}

	@Test
	void unescapedDotThatDoesNoHarmIsNotBlamed() {
		Confinement confinement = confinement("https://a.b\\.example.com");
		assertThat(confinement.faults())
			.containsExactly(new Fault(Kind.UNESCAPED_DOT, 20, "The dot before 'com' is not escaped."));
		assertThat(confinement.correction()).isEqualTo("https://a\\.b\\.example\\.com");
	}

	@Test
	void missingBoundaryIsShown() {
		Fault fault = new Fault(Kind.MISSING_BOUNDARY, 8, "Nothing separates the wildcard from 'example', "
				+ "so it also matches longer names that end with it.");
		Confinement pattern = OriginLanguage.of(OriginPattern.parse("https://*example.com:8080")).confinement();
		assertThat(pattern.faults()).containsExactly(fault);
		assertThat(pattern.correction()).isEqualTo("https://*.example.com:8080");
		Confinement regex = confinement("https://.*example\\.com");
		assertThat(regex.faults()).containsExactly(new Fault(fault.kind(), 10, fault.explanation()));
		assertThat(regex.correction()).isEqualTo("https://.*\\.example\\.com");
	}

	@ParameterizedTest
	@CsvSource({
			"^(https://.*example\\.com|https://.*example\\.net)$, ^(https://.*\\.example\\.com|https://.*\\.example\\.net)$, 12, 35",
			".+example.com|.+example.net, .+\\.example\\.com|.+\\.example\\.net, 2, 16" })
	void missingBoundariesAreMendedTogether(String regex, String correction, int first, int second) {
		Confinement confinement = confinement(regex);
		assertThat(confinement.correction()).isEqualTo(correction);
		assertThat(confinement.faults().stream().filter((fault) -> fault.kind() == Kind.MISSING_BOUNDARY))
			.extracting(Fault::position)
			.containsExactly(first, second);
	}

	@Test
	void boundaryThatDoesNotMatterIsLeftAlone() {
		assertThat(confinement("https://(.*a\\.com|.*b\\.com|pr-[a-z]+x\\.example\\.org)").correction())
			.isEqualTo("https://(.*\\.a\\.com|.*\\.b\\.com|pr-[a-z]+x\\.example\\.org)");
	}

	@Test
	void missingBoundaryBeforeAlternativesIsShown() {
		Confinement confinement = confinement("https://.*(?:example\\.com|sample\\.net)");
		assertThat(confinement.faults()).containsExactly(new Fault(Kind.MISSING_BOUNDARY, 10,
				"Nothing separates the wildcard from 'example', so it also matches longer names that end with it."));
		assertThat(confinement.correction()).isEqualTo("https://.*\\.(?:example\\.com|sample\\.net)");
		assertThat(confinement("http://.*(localhost|127\\.0\\.0\\.1)").correction()).isNull();
	}

	@Test
	void missingBoundaryIsShownThoughItIsNotAllThatIsWrong() {
		Confinement confinement = confinement("https://.*example\\.com|https://.*\\.vercel\\.app");
		assertThat(confinement.faults()).containsExactly(new Fault(Kind.MISSING_BOUNDARY, 10,
				"Nothing separates the wildcard from 'example', so it also matches longer names that end with it."));
		assertThat(confinement.correction()).isNull();
		assertThat(confinement.counterExamples()).startsWith("https://evilexample.com");
	}

	@Test
	void dotThatMayBeMissingIsShown() {
		Confinement confinement = confinement("^https?://(.*\\.?)example\\.com$");
		assertThat(confinement.faults()).containsExactly(new Fault(Kind.MISSING_BOUNDARY, 13,
				"The dot before 'example' is optional, so the wildcard also matches longer names that end with it."));
		assertThat(confinement.correction()).isEqualTo("^https?://(.*\\.)example\\.com$");
		assertThat(confinement("https://[a-z]+[.]?example\\.com").correction())
			.isEqualTo("https://[a-z]+\\.example\\.com");
	}

	@ParameterizedTest
	@CsvSource({ "https?://example\\.com:?[0-9]*, 21, https?://example\\.com(:[0-9]+)?",
			"https://example\\.com:*(\\d+)?, 20, https://example\\.com(:\\d+)?",
			"^http://localhost:?\\d*$, 17, ^http://localhost(:\\d+)?$" })
	void colonThatMayBeMissingIsShown(String regex, int position, String correction) {
		Confinement confinement = confinement(regex);
		assertThat(confinement.faults()).containsExactly(new Fault(Kind.TRAILING_WILDCARD, position,
				"Without the colon the digits of the port belong to the host."));
		assertThat(confinement.correction()).isEqualTo(correction);
	}

	@Test
	void counterExamplesHaveTheEndingOfTheEntry() {
		assertThat(confinement("https://.*example\\.network").counterExamples()).containsExactly(
				"https://evilexample.network", "https://attackerexample.network", "https://strangerexample.network");
		assertThat(confinement("https://.*example\\.ac\\.nz").counterExamples()).containsExactly(
				"https://evilexample.ac.nz", "https://attackerexample.ac.nz", "https://strangerexample.ac.nz");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://.*a.{11}\\.com", "https://.*a.{12}\\.com", "https://.*[ab].{12}" })
	void counterExamplesOfLargeAutomataAreNamedToo(String regex) {
		Confinement confinement = confinement(regex);
		assertThat(confinement.confined()).isFalse();
		assertThat(confinement.counterExamples()).satisfiesExactly((example) -> assertThat(example).contains("//evil"),
				(example) -> assertThat(example).contains("//attacker"),
				(example) -> assertThat(example).contains("//stranger"));
	}

	@Test
	void severalMistakesAreMendedTogether() {
		Confinement confinement = confinement("^https://.+example.com.*$");
		assertThat(confinement.faults().stream().map(Fault::kind)).containsExactly(Kind.UNESCAPED_DOT,
				Kind.MISSING_BOUNDARY, Kind.TRAILING_WILDCARD);
		assertThat(confinement.correction()).isEqualTo("^https://.+\\.example\\.com$");
	}

	@Test
	void publicSuffixIsNamed() {
		assertThat(confinement("https://app-.*\\.vercel\\.app").faults()).containsExactly(new Fault(Kind.PUBLIC_SUFFIX,
				-1, "Every name below the public suffix 'vercel.app' is a domain of its own."));
	}

	@Test
	void publicSuffixIsNamedTogetherWithWhatIsWrongBesides() {
		Fault suffix = new Fault(Kind.PUBLIC_SUFFIX, -1,
				"Every name below the public suffix 'github.io' is a domain of its own.");
		Fault dots = new Fault(Kind.UNESCAPED_DOT, 10, "The dots before 'github' and 'io' are not escaped.");
		Confinement regex = confinement("https://.*.github.io");
		assertThat(regex.faults()).containsExactly(dots, suffix);
		assertThat(regex.correction()).isNull();
		Confinement glob = confinement("https://*.github.io");
		assertThat(glob.faults()).containsExactly(
				new Fault(Kind.GLOB, 8,
						"The * repeats the slash before it; any characters are .* in a regular expression."),
				new Fault(dots.kind(), 9, dots.explanation()), suffix);
		assertThat(glob.correction()).isNull();
		assertThat(glob.counterExamples()).contains("https://xgithub.io");
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
		assertThat(OriginLanguage.of(OriginPattern.parse(pattern)).confinement().faults()).containsExactly(new Fault(
				Kind.PUBLIC_SUFFIX, -1, "Every name below the public suffix '" + suffix + "' is a domain of its own."));
	}

	@ParameterizedTest
	@CsvSource({ "https://.*.amazonaws.com, *.elb.amazonaws.com", "https://.*.windows.net, *.web.core.windows.net",
			"https://*.amazonaws.com, *.elb.amazonaws.com", "https://.*.azure.com, *.cloudapp.azure.com",
			"https://bucket.s3.*.amazonaws.com, *.elb.amazonaws.com",
			"https://bucket\\.s3.*\\.amazonaws\\.com, *.elb.amazonaws.com",
			"https://.*\\.(s3|elb)\\.amazonaws\\.com, s3.amazonaws.com" })
	void publicSuffixIsThatOfStrangersNextToTheOwner(String regex, String suffix) {
		assertThat(confinement(regex).faults()).filteredOn((fault) -> fault.kind() == Kind.PUBLIC_SUFFIX)
			.containsExactly(new Fault(Kind.PUBLIC_SUFFIX, -1,
					"Every name below the public suffix '" + suffix + "' is a domain of its own."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://*-team.vercel.app", "https://*--site.netlify.app", "https://*-example.com",
			"https://*_team.vercel.app" })
	void noDotIsProposedInFrontOfAHyphen(String pattern) {
		Confinement confinement = OriginLanguage.of(OriginPattern.parse(pattern)).confinement();
		assertThat(confinement.correction()).isNull();
		assertThat(confinement.faults()).extracting(Fault::kind).containsExactly(Kind.PUBLIC_SUFFIX);
	}

	@ParameterizedTest
	@ValueSource(strings = { "intra", "consul", "acmecorp", "example" })
	void topLevelDomainThatNobodyKnowsIsNamed(String name) {
		Confinement confinement = OriginLanguage.of(OriginPattern.parse("https://*." + name)).confinement();
		assertThat(confinement.counterExamples()).hasSize(3);
		assertThat(confinement.faults())
			.containsExactly(new Fault(Kind.PUBLIC_SUFFIX, -1, "The public suffix list does not know '" + name
					+ "', so every name below it counts as a domain of its own."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ck", "foo.ck", "np", "com.np", "jm", "er", "mm", "pg" })
	void strangersHaveNamesBelowSuffixesWithAWildcard(String suffix) {
		Confinement pattern = OriginLanguage.of(OriginPattern.parse("https://*." + suffix)).confinement();
		Confinement regex = confinement("https://.*\\." + suffix.replace(".", "\\."));
		assertThat(pattern.counterExamples()).hasSize(3)
			.isEqualTo(regex.counterExamples())
			.allSatisfy((example) -> assertThat(PublicSuffixList.get().registrableDomain(OriginOwner.host(example)))
				.isNotNull());
	}

	@Test
	void namesThatResolveToAnAddressBelongToWhoHasTheAddress() {
		assertThat(confinement("https://.*\\.1\\.nip\\.io").confined()).isFalse();
		assertThat(confinement("https://.*\\.0\\.0\\.1\\.sslip\\.io").counterExamples()).hasSize(3);
		assertThat(confinement("https://(api\\.)?203\\.0\\.113\\.7\\.nip\\.io").owners())
			.containsExactly("203.0.113.7");
		assertThat(confinement("https://[a-z]+-203-0-113-7\\.sslip\\.io").owners()).containsExactly("203.0.113.7");
		assertThat(confinement("https://(a-x|app2)[.-]127[.-]0[.-]0[.-]1\\.(nip|sslip)\\.io").owners())
			.containsExactly("127.0.0.0/8");
		assertThat(confinement("https://(a\\.b|app2)[.-]10[.-]0[.-]0[.-]1\\.(nip|sslip)\\.io").owners())
			.containsExactly("10.0.0.0/8");
		assertThat(confinement("https://app\\.nip\\.io").owners()).containsExactly("app.nip.io");
	}

	@Test
	void namesWithNumbersBeforeTheAddressCanBelongToAnybody() {
		assertThat(confinement("https://(.*\\.)?203\\.0\\.113\\.7\\.nip\\.io").counterExamples())
			.contains("https://6-6-6-6.203.0.113.7.nip.io");
		assertThat(confinement("https://[0-9]+\\.10\\.0\\.0\\.1\\.nip\\.io").confined()).isFalse();
		assertThat(confinement("https://[0-9a-f-]+\\.10\\.0\\.0\\.1\\.sslip\\.io").confined()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cloudapp.azure.com", "westeurope.cloudapp.azure.com", "azure.com", "cloudshell.dev",
			"googleusercontent.com", "bc.googleusercontent.com", "jsbin.com", "backblazeb2.com",
			"s3.us-west-004.backblazeb2.com", "oraclecloud.com", "force.com", "lightning.force.com", "my.site.com",
			"zendesk.com" })
	void strangersHaveHostsThatTheListLacks(String domain) {
		Confinement confinement = OriginLanguage.of(OriginPattern.parse("https://*." + domain)).confinement();
		assertThat(confinement.confined()).isFalse();
		assertThat(confinement.counterExamples()).hasSize(3);
	}

	@Test
	void onlyConfinedCorrectionsAreOffered() {
		assertThat(confinement("https://.*.github.io").correction()).isNull();
		assertThat(confinement("https://example.*").correction()).isNull();
	}

	private static String names(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "c" + i + "\\.com").collect(Collectors.joining("|"));
	}

	private static Confinement confinement(String regex) {
		return OriginLanguage.of(OriginRegex.parse(regex)).confinement();
	}

	@Test
	void dotIsFoundByTheNameNextToIt() {
		assertThat(confinement("https://(www.)?(a.)?example\\.com").faults()).extracting(Fault::explanation)
			.containsExactly("The dots after 'www' and 'a' are not escaped.");
	}

}
