package io.github.corsstarter.origin.advice;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds {@code entries.tsv} to what the tests that read it count on.
 */
class FixtureTests {

	private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9-]+/[A-Za-z0-9._-]+");

	/** Software in whose documentation or configuration entries are published. */
	private static final Set<String> SOFTWARE = Set.of("Adobe Experience Manager", "Apache HTTP Server", "CORSPlug",
			"Caddy", "Corsica", "Elasticsearch", "Express", "FastAPI", "Istio", "Jupyter", "Kyma", "Laravel",
			"Micronaut", "NelmioCorsBundle", "Spring", "Traefik", "django-cors-headers", "nginx", "rack-cors");

	@Test
	void tableHasEntriesOfEveryVerdict() {
		assertThat(ProvenEntry.all().map(ProvenEntry::verdict)).hasSizeGreaterThan(150)
			.contains("confined", "unbounded", "any", "unmatchable", "refused");
	}

	@Test
	void halfOfTheEntriesAreTakenFromWhatProjectsPublish() {
		List<ProvenEntry> entries = ProvenEntry.all().toList();
		assertThat(entries.stream().filter((entry) -> entry.source() != null))
			.hasSizeGreaterThanOrEqualTo((entries.size() + 1) / 2);
		assertThat(entries.stream().filter((entry) -> entry.source() != null).map(ProvenEntry::verdict))
			.contains("confined", "unbounded", "any", "unmatchable", "refused");
	}

	@Test
	void sourcesAreRepositoriesOrSoftwareThatIsListed() {
		List<String> sources = ProvenEntry.all().map(ProvenEntry::source).filter(Objects::nonNull).toList();
		assertThat(sources).allMatch((source) -> SOFTWARE.contains(source) || REPOSITORY.matcher(source).matches());
		assertThat(sources).containsAll(SOFTWARE);
	}

	@Test
	void noEntryIsThereTwice() {
		assertThat(ProvenEntry.all().map((entry) -> entry.kind() + " " + entry.entry())).doesNotHaveDuplicates();
	}

}
