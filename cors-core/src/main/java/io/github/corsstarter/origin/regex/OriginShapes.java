package io.github.corsstarter.origin.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.corsstarter.origin.Ipv6Address;
import io.github.corsstarter.origin.Origin;
import io.github.corsstarter.origin.OriginGrammar;
import io.github.corsstarter.origin.Schemes;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.TooMuchWorkException;
import io.github.corsstarter.origin.automaton.WorkLimit;

import static io.github.corsstarter.origin.automaton.Expression.any;
import static io.github.corsstarter.origin.automaton.Expression.many;
import static io.github.corsstarter.origin.automaton.Expression.one;
import static io.github.corsstarter.origin.automaton.Expression.optional;
import static io.github.corsstarter.origin.automaton.Expression.seq;
import static io.github.corsstarter.origin.automaton.Expression.some;
import static io.github.corsstarter.origin.automaton.Expression.text;

/**
 * What origins and their parts look like. The automata of well-formed origins are each
 * built when they are first needed: together they accept what {@link Origin#isWellFormed}
 * does, except that lengths are not counted and that IPv6 addresses need not be
 * canonical. Where that matters, {@link #narrowing(String)} narrows them down.
 */
public final class OriginShapes {

	private static final CharacterSet NAME = CharacterSet.of("/:").complement();

	private static final Expression DOT = text(".");

	private OriginShapes() {
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
	 * Return the origins of schemes other than http and https, as far as browsers send
	 * any.
	 * @return an automaton
	 */
	public static Automaton foreign() {
		return Foreign.AUTOMATON;
	}

	/**
	 * Return what tells a text from origins that is accepted by the automata of those,
	 * and is none.
	 * @param text a text of not more characters than an origin
	 * @return an automaton that does not accept the text, but every origin
	 */
	public static Automaton narrowing(String text) {
		if (text.indexOf('[') >= 0) {
			return CanonicalAddresses.AUTOMATON;
		}
		return ShortHosts.AUTOMATON.accepts(text) ? ShortLabels.AUTOMATON : ShortHosts.AUTOMATON;
	}

	/**
	 * Return what only names of short labels have. To look for an origin among these
	 * takes a small part of the work.
	 * @return automata that together accept no text with a host that is too long
	 */
	public static List<Automaton> simpleNames() {
		return SimpleNames.AUTOMATA;
	}

	/**
	 * Return the origins of http and https that have a label of punycode.
	 * @return an automaton that also accepts texts that are no origins
	 */
	public static Automaton punycode() {
		return PunycodeLabels.AUTOMATON;
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
	 * @param limit the work that may go into it
	 * @return its automaton
	 * @throws TooMuchWorkException when the limit does not suffice
	 */
	public static Automaton automaton(String regex, WorkLimit limit) {
		return Automaton.of(RegexParser.parse(regex), limit);
	}

	/**
	 * Return the http and https origins of some hosts, on any port.
	 * @param hosts an expression for hosts
	 * @return an expression that also accepts texts that are no origins
	 */
	public static Expression onAnyPort(Expression hosts) {
		return seq(text("http"), optional(text("s")), text("://"), hosts, anyPort());
	}

	/**
	 * Return any port, or none.
	 * @return an expression that also accepts numbers that are no ports
	 */
	public static Expression anyPort() {
		return optional(seq(text(":"), some(CharacterSet.DIGITS)));
	}

	/**
	 * Return some names and every name below them.
	 * @param names host names
	 * @return an expression that also accepts texts that are no hosts
	 */
	public static Expression nameOrBelow(List<String> names) {
		return seq(optional(seq(many(NAME), DOT)), any(names.stream().map(Expression::text).toList()));
	}

	/**
	 * Return every name below some names.
	 * @param names host names
	 * @return an expression that also accepts texts that are no hosts
	 */
	public static Expression below(List<String> names) {
		return seq(many(NAME), DOT, any(names.stream().map(Expression::text).toList()));
	}

	/**
	 * Return every name directly below another.
	 * @param name a host name
	 * @return an expression that also accepts texts that are no hosts
	 */
	public static Expression directlyBelow(String name) {
		return seq(some(CharacterSet.of(".:/").complement()), text("." + name));
	}

	/**
	 * Return every name that has a label.
	 * @param label a label
	 * @return an expression that also accepts texts that are no hosts
	 */
	public static Expression withLabel(String label) {
		return seq(optional(seq(many(NAME), DOT)), text(label), optional(seq(DOT, many(NAME))));
	}

	/**
	 * Return every name of one label.
	 * @return an expression that also accepts texts that are no hosts
	 */
	public static Expression singleLabel() {
		return some(CharacterSet.of(".:/[").complement());
	}

	/**
	 * Return host names whose last label is no number.
	 * @param label the characters of labels
	 * @return an expression for names of one label and more
	 */
	public static Expression name(CharacterSet label) {
		return seq(optional(labels(label)), NameLabel.of("*", label));
	}

	/**
	 * Return one or more labels, each with a dot after it.
	 * @param label the characters of labels
	 * @return an expression for what stands before another label
	 */
	public static Expression labels(CharacterSet label) {
		return new Repetition(seq(some(label), DOT), 1, Repetition.UNBOUNDED, 0, 0);
	}

	/**
	 * Return the numbers of a range, without leading zeros.
	 * @param first the first number, not negative
	 * @param last the last number, included
	 * @return an expression for decimal numbers
	 */
	public static Expression number(int first, int last) {
		if (last < 10) {
			return digit(first, last);
		}
		List<Expression> numbers = new ArrayList<>();
		int from = first / 10;
		int to = last / 10;
		if (from == to) {
			return seq(text(String.valueOf(from)), digit(first % 10, last % 10));
		}
		if (from == 0 || first % 10 > 0) {
			numbers.add((from == 0) ? digit(first, 9) : seq(text(String.valueOf(from)), digit(first % 10, 9)));
			from++;
		}
		if (last % 10 < 9) {
			numbers.add(seq(text(String.valueOf(to)), digit(0, last % 10)));
			to--;
		}
		if (from <= to) {
			numbers.add(seq(number(from, to), digit(0, 9)));
		}
		return any(numbers);
	}

	private static Expression digit(int first, int last) {
		return one(CharacterSet.range((char) ('0' + first), (char) ('0' + last)));
	}

	private static final class Web {

		static final Automaton AUTOMATON = Automaton
			.of(seq(text("http"), any(seq(text("://"), host(), port(80)), seq(text("s://"), host(), port(443)))));

		private static Expression host() {
			Expression number = number(0, 255);
			return any(name(CharacterSet.LABEL), seq(number, DOT, number, DOT, number, DOT, number), ipv6());
		}

		private static Expression port(int defaultPort) {
			return optional(
					seq(text(":"), any(number(1, defaultPort - 1), number(defaultPort + 1, OriginGrammar.MAX_PORT))));
		}

		static Expression ipv6() {
			return seq(text("["), some(CharacterSet.HEXADECIMAL.union(CharacterSet.of(':'))), text("]"));
		}

	}

	private static final class Ordinary {

		static final Automaton AUTOMATON = Automaton.of(seq(text("https://"), name(CharacterSet.LABEL)));

	}

	private static final class Foreign {

		static final Automaton AUTOMATON = Automaton
			.of(seq(RegexParser.parse("[a-z][a-z0-9+.-]*://"),
					any(seq(optional(labels(CharacterSet.FOREIGN_LABEL)), some(CharacterSet.FOREIGN_LABEL)), DOT,
							Web.ipv6()),
					optional(seq(text(":"), number(1, OriginGrammar.MAX_PORT)))))
			.minus(Automaton.of(seq(any(Stream.concat(Stream.of("http", "https"), Schemes.NEVER_SENT.stream())
				.map(Expression::text)
				.toList()), text("://"), many(CharacterSet.ALL))));

	}

	private static final class PunycodeLabels {

		static final Automaton AUTOMATON = automaton("https?://(?:.*\\.)?xn--.*");

	}

	private static final class ShortLabels {

		static final Automaton AUTOMATON = automaton(
				"[^/]*//(?:[^.:\\[]{1,63}(?:\\.[^.:]{1,63})*|\\.|\\[.*\\])(?::.*)?");

	}

	private static final class SimpleNames {

		static final List<Automaton> AUTOMATA = List.of(ShortHosts.AUTOMATON,
				automaton("[^/]*//[^.:\\[]{1,3}(?:\\.[^.:]{1,3})*(?::.*)?"));

	}

	private static final class ShortHosts {

		static final Automaton AUTOMATON = automaton("[^/]*//(?:[^:\\[]{1,253}|\\[.*\\])(?::.*)?");

	}

	private static final class CanonicalAddresses {

		private static final CharacterSet NO_BRACKET = CharacterSet.of('[').complement();

		static final Automaton AUTOMATON = Automaton.of(seq(many(NO_BRACKET),
				optional(seq(text("["), any(forms()), text("]"), optional(seq(text(":"), many(CharacterSet.ALL)))))));

		/**
		 * Return the forms of IPv6 addresses, one for all that have zeros in the same
		 * places.
		 */
		private static List<Expression> forms() {
			List<Expression> forms = new ArrayList<>();
			for (int zeros = 0; zeros < 1 << Ipv6Address.GROUPS; zeros++) {
				StringBuilder example = new StringBuilder();
				for (int group = 0; group < Ipv6Address.GROUPS; group++) {
					example.append(example.isEmpty() ? "" : ":").append(((zeros >>> group & 1) != 0) ? '0' : '1');
				}
				forms.add(form(Objects.requireNonNull(Ipv6Address.canonicalize(example.toString()))));
			}
			return forms;
		}

		private static Expression form(String example) {
			Expression group = RegexParser.parse("[1-9a-f][0-9a-f]{0,3}");
			return seq(example.chars()
				.mapToObj((c) -> (c == '1') ? group : text(String.valueOf((char) c)))
				.toArray(Expression[]::new));
		}

	}

}
