package io.github.corsstarter.origin.regex;

import java.util.ArrayList;
import java.util.List;

import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.ProofBudget;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;

/**
 * The automata of well-formed origins, each built when it is first needed: what
 * {@link Origin#isWellFormed} accepts, except that lengths are not counted and that IPv6
 * addresses need not be canonical. Where that matters, {@link #shortLabels()} and
 * {@link #canonicalAddresses()} narrow them down.
 */
public final class WellFormedOrigins {

	/** A host name of the web whose last label is no number. */
	public static final String NAME = "(?:[a-z0-9_-]+\\.)*(?:[a-z_-]|[1-9][0-9]*[a-z_-]|0[0-9]+[a-z_-]|0[a-wyz_-]"
			+ "|0x[0-9a-f]*[g-z_-])[a-z0-9_-]*";

	/** The same for schemes that keep capitals. */
	public static final String FOREIGN_NAME = "(?:[A-Za-z0-9_-]+\\.)*(?:[A-Za-z_-]|[1-9][0-9]*[A-Za-z_-]|0[0-9]+[A-Za-z_-]"
			+ "|0[A-WYZa-wyz_-]|0[Xx][0-9A-Fa-f]*[G-Zg-z_-])[A-Za-z0-9_-]*";

	/** A number of one byte without leading zeros. */
	public static final String BYTE = "(?:[0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])";

	/** An IPv4 address. */
	public static final String IPV4 = "(?:" + BYTE + "\\.){3}" + BYTE;

	private static final String OTHER_PORT = "[1-9]|[1-79][0-9]|8[1-9]|[1-35-9][0-9]{2}|4[0-35-9][0-9]|44[0-24-9]"
			+ "|[1-9][0-9]{3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]";

	private static final int IPV6_GROUPS = 8;

	private WellFormedOrigins() {
	}

	/**
	 * Return the origins of http and https.
	 * @return an automaton
	 */
	public static Automaton web() {
		return Web.AUTOMATON;
	}

	/**
	 * Return the origins of https that have a host name and the default port.
	 * @return an automaton
	 */
	public static Automaton ordinary() {
		return Ordinary.AUTOMATON;
	}

	/**
	 * Return the origins of all schemes, http and https included.
	 * @return an automaton that also accepts some origins of the web that are none
	 */
	public static Automaton anyScheme() {
		return AnyScheme.AUTOMATON;
	}

	/**
	 * Return the origins of schemes of which browsers send none, or of which
	 * {@link #web()} knows better.
	 * @return an automaton, to be excluded from {@link #anyScheme()}
	 */
	public static Automaton notForeign() {
		return NotForeign.AUTOMATON;
	}

	/**
	 * Return what has no label that is too long.
	 * @return an automaton that also accepts texts that are no origins
	 */
	public static Automaton shortLabels() {
		return ShortLabels.AUTOMATON;
	}

	/**
	 * Return what has no IPv6 address other than in its canonical form.
	 * @return an automaton that also accepts texts that are no origins
	 */
	public static Automaton canonicalAddresses() {
		return CanonicalAddresses.AUTOMATON;
	}

	/**
	 * Compile a regular expression of this project's own.
	 * @param regex the expression
	 * @return its automaton
	 */
	public static Automaton automaton(String regex) {
		return Automaton.of(RegexParser.parse(regex));
	}

	/**
	 * Compile a regular expression of this project's own as a part of a proof.
	 * @param regex the expression
	 * @param budget what pays for it
	 * @return its automaton
	 * @throws TooMuchWorkException when the budget does not suffice
	 */
	public static Automaton automaton(String regex, ProofBudget budget) {
		return Automaton.of(RegexParser.parse(regex), budget);
	}

	private static String http() {
		return "http://" + host() + "(?::(?:443|" + OTHER_PORT + "))?";
	}

	private static String https() {
		return "https://" + host() + "(?::(?:80|" + OTHER_PORT + "))?";
	}

	private static String host() {
		return "(?:" + NAME + "|" + IPV4 + "|\\[[0-9a-f:]+\\])";
	}

	/**
	 * Return the IPv6 addresses as the URL standard serialises them.
	 * @return an expression for addresses in brackets
	 */
	private static Expression ipv6() {
		List<Expression> forms = new ArrayList<>();
		for (int zeros = 0; zeros < 1 << IPV6_GROUPS; zeros++) {
			forms.add(RegexParser.parse("\\[" + ipv6(zeros) + "\\]"));
		}
		return new Choice(forms, 0, 0);
	}

	/**
	 * Return one form of IPv6 addresses: of several groups of zero in a row, the first
	 * longest run is left out.
	 * @param zeros which groups are zero, one bit each
	 * @return a regular expression
	 */
	private static String ipv6(int zeros) {
		int runStart = -1;
		int runLength = 1;
		for (int start = 0; start < IPV6_GROUPS; start++) {
			int length = Integer.numberOfTrailingZeros(~(zeros >>> start));
			if (length > runLength) {
				runStart = start;
				runLength = length;
			}
		}
		StringBuilder form = new StringBuilder();
		for (int group = 0; group < IPV6_GROUPS; group++) {
			if (group == runStart) {
				form.append("::");
				group += runLength - 1;
			}
			else {
				boolean first = form.isEmpty() || form.charAt(form.length() - 1) == ':';
				form.append(first ? "" : ":").append(((zeros >>> group & 1) != 0) ? "0" : "[1-9a-f][0-9a-f]{0,3}");
			}
		}
		return form.toString();
	}

	private static final class Web {

		static final Automaton AUTOMATON = automaton(http() + "|" + https());

	}

	private static final class Ordinary {

		static final Automaton AUTOMATON = automaton("https://" + NAME);

	}

	private static final class AnyScheme {

		static final Automaton AUTOMATON = automaton("[a-z][a-z0-9+.-]*://"
				+ "(?:(?:[A-Za-z0-9_-]+\\.)*[A-Za-z0-9_-]+|\\[[0-9a-f:]+\\])(?::(?:80|443|" + OTHER_PORT + "))?");

	}

	private static final class NotForeign {

		static final Automaton AUTOMATON = automaton(
				"(?:https?|wss?|ftp|file|filesystem|blob|data|about|javascript|mailto|view-source)://.*");

	}

	private static final class CanonicalAddresses {

		static final Automaton AUTOMATON = Automaton.of(new Choice(List.of(RegexParser.parse("[^\\[]*"),
				new Sequence(List.of(RegexParser.parse("[^\\[]*"), ipv6(), RegexParser.parse("(?::.*)?")), 0, 0)), 0,
				0));

	}

	private static final class ShortLabels {

		static final Automaton AUTOMATON = automaton("[^/]*//(?:[^.:\\[]{1,63}(?:\\.[^.:]{1,63})*|\\[.*\\])(?::.*)?");

	}

}
