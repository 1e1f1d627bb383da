package io.github.corsstarter.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query of Prometheus that is held against a scrape while it is read: whatever it
 * selects must be there, and every label that it names. Of the language it knows what the
 * dashboard and the alerts use, and refuses the rest.
 */
final class Query {

	private static final Pattern TOKEN = Pattern
		.compile("\\s*(\"[^\"]*\"|\\d+[smhd]|\\d+(?:\\.\\d+)?|[a-z_]+|!=|[/>(){}\\[\\],=])\\s*");

	private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

	private static final Pattern DURATION = Pattern.compile("\\d+[smhd]");

	private static final Pattern STRING = Pattern.compile("\".*\"");

	private static final Pattern WORD = Pattern.compile("[a-z_]+");

	private static final Set<String> OPERATORS = Set.of("/", ">", "and", "unless");

	private static final Set<String> AGGREGATIONS = Set.of("sum", "min", "max", "count", "count_values");

	private static final Set<String> RATES = Set.of("rate", "increase");

	private static final String END = "";

	private final Scrape scrape;

	private final List<String> tokens = new ArrayList<>();

	private final Set<String> meters = new TreeSet<>();

	private final Set<String> labels;

	private int position;

	/**
	 * Reads a query.
	 * @param text the query
	 * @param scrape what there is to select
	 * @throws IllegalArgumentException if it is no query, or asks for what is not there
	 */
	Query(String text, Scrape scrape) {
		this.scrape = scrape;
		Matcher token = TOKEN.matcher(text);
		while (token.lookingAt()) {
			this.tokens.add(token.group(1));
			token.region(token.end(), text.length());
		}
		check(token.regionStart() == text.length(), text.substring(token.regionStart()));
		this.labels = expression();
		check(peek().equals(END), peek());
	}

	/**
	 * Return what is selected.
	 * @return the names of meters
	 */
	Set<String> meters() {
		return this.meters;
	}

	/**
	 * Return the labels of the result.
	 * @return the names of labels
	 */
	Set<String> labels() {
		return this.labels;
	}

	private Set<String> expression() {
		Set<String> left = operand();
		while (OPERATORS.contains(peek())) {
			next();
			if (NUMBER.matcher(peek()).matches()) {
				next();
			}
			else {
				Set<String> right = operand();
				check(left.equals(right), left + " never meets " + right);
			}
		}
		return left;
	}

	private Set<String> operand() {
		if (peek().equals("(")) {
			return parenthesized();
		}
		String word = next(WORD);
		if (AGGREGATIONS.contains(word)) {
			return aggregation(word);
		}
		if (RATES.contains(word)) {
			expect("(");
			Set<String> found = selector(next(WORD), true);
			expect(")");
			return found;
		}
		return selector(word, false);
	}

	private Set<String> parenthesized() {
		expect("(");
		Set<String> inner = expression();
		expect(")");
		return inner;
	}

	private Set<String> aggregation(String word) {
		Set<String> by = new TreeSet<>();
		if (accept("by")) {
			expect("(");
			do {
				by.add(next(WORD));
			}
			while (accept(","));
			expect(")");
		}
		expect("(");
		Set<String> added = Set.of();
		if (word.equals("count_values")) {
			added = Set.of(string());
			expect(",");
		}
		Set<String> inner = expression();
		expect(")");
		check(inner.containsAll(by), by + " of " + inner);
		by.addAll(added);
		return by;
	}

	private Set<String> selector(String meter, boolean overTime) {
		List<Scrape.Matcher> matchers = new ArrayList<>();
		if (accept("{")) {
			do {
				String label = next(WORD);
				boolean equal = !accept("!=");
				if (equal) {
					expect("=");
				}
				matchers.add(new Scrape.Matcher(label, equal, string()));
			}
			while (accept(","));
			expect("}");
		}
		if (overTime) {
			expect("[");
			next(DURATION);
			expect("]");
			if (accept("offset")) {
				next(DURATION);
			}
		}
		Set<String> found = this.scrape.labels(meter, matchers);
		check(this.scrape.isCounter(meter) == overTime, meter + " over time: " + overTime);
		this.meters.add(meter);
		return found;
	}

	private String string() {
		String literal = next(STRING);
		return literal.substring(1, literal.length() - 1);
	}

	private String peek() {
		return (this.position < this.tokens.size()) ? this.tokens.get(this.position) : END;
	}

	private String next() {
		String token = peek();
		this.position++;
		return token;
	}

	private String next(Pattern wanted) {
		check(wanted.matcher(peek()).matches(), peek() + " instead of " + wanted);
		return next();
	}

	private boolean accept(String token) {
		boolean accepted = peek().equals(token);
		if (accepted) {
			this.position++;
		}
		return accepted;
	}

	private void expect(String token) {
		check(accept(token), peek() + " instead of " + token);
	}

	private void check(boolean correct, String problem) {
		if (!correct) {
			throw new IllegalArgumentException(problem + " in " + this.tokens);
		}
	}

}
