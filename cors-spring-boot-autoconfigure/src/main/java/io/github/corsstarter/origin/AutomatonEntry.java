package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An entry that accepts many origins, about which everything is proven by its automaton.
 */
abstract sealed class AutomatonEntry extends LanguageEntry permits PatternEntry, RegexEntry {

	private static final List<String> LOOPBACK_EXAMPLES = List.of("http://localhost", "https://localhost",
			"http://localhost:3000", "http://localhost:8080", "https://localhost:3000", "http://127.0.0.1",
			"https://127.0.0.1", "http://127.0.0.1:3000", "http://127.0.0.1:8080", "http://[::1]", "https://[::1]",
			"http://[::1]:8080", "http://app.localhost", "https://app.localhost", "http://app.localhost:3000");

	private static final List<String> PRIVATE_EXAMPLES = List.of("http://192.168.0.10", "https://192.168.0.10",
			"http://10.0.0.10", "https://10.0.0.10", "http://172.16.0.10", "https://172.16.0.10",
			"http://192.168.0.10:8080", "http://10.0.0.10:8080", "http://192.168.0.10:3000", "http://intranet",
			"https://intranet", "http://app.internal", "https://app.internal", "http://app.local", "https://app.local");

	private static final List<String> INSECURE_SHAPES = List.of("http://(?:app|example)\\.(?:[^:]*\\.)?com(?::.*)?",
			"http://(?:app|example)\\..*", "http://[^:\\[]*", "http://.*");

	private @Nullable String member;

	abstract OriginExpression expression();

	/**
	 * Return the expression as it was probably meant.
	 * @return an expression, one member of which is what the author had in mind
	 */
	abstract OriginExpression meant();

	/**
	 * Return where a wildcard at the end of the host begins.
	 * @return a 0-based index in the entry, or -1 when there is none
	 */
	abstract int openEnd();

	/**
	 * Return what would confine the entry.
	 * @return a correction that is proven to, or {@code null} when there is no obvious
	 * one
	 */
	abstract @Nullable EntryCorrection correction();

	@Override
	final boolean isUnmatchable() {
		return member() == null;
	}

	@Override
	final synchronized @Nullable String member() {
		if (this.member == null) {
			this.member = web(List.of(), List.of());
		}
		if (this.member == null) {
			this.member = OriginSearch.wellFormed(List.of(automaton(), WellFormedOrigins.anyScheme()),
					List.of(WellFormedOrigins.notForeign()));
		}
		return this.member;
	}

	@Override
	final @Nullable String loopbackExample() {
		String example = first(LOOPBACK_EXAMPLES);
		return (example != null) ? example : web(List.of(ReservedHosts.loopback()), List.of());
	}

	@Override
	final @Nullable String privateNetworkExample() {
		String example = first(PRIVATE_EXAMPLES);
		return (example != null) ? example
				: web(List.of(ReservedHosts.privateNetwork()), List.of(ReservedHosts.loopback()));
	}

	@Override
	final @Nullable String insecureExample() {
		for (String shape : INSECURE_SHAPES) {
			String example = web(List.of(WellFormedOrigins.automaton(shape)),
					List.of(ReservedHosts.privateNetwork(), ReservedHosts.loopback()));
			if (example != null) {
				return example;
			}
		}
		return null;
	}

	@Override
	final Confinement confinement() {
		return EntryConfinement.of(this);
	}

	private @Nullable String first(List<String> candidates) {
		return candidates.stream().filter(this::matches).findFirst().orElse(null);
	}

	private @Nullable String web(List<OriginAutomaton> required, List<OriginAutomaton> excluded) {
		List<OriginAutomaton> all = new ArrayList<>(required);
		all.add(automaton());
		all.add(WellFormedOrigins.web());
		return OriginSearch.wellFormed(all, excluded);
	}

}
