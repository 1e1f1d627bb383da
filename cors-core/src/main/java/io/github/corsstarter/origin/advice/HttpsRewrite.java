package io.github.corsstarter.origin.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.corsstarter.origin.advice.RegexEdits.Edit;
import io.github.corsstarter.origin.automaton.Automaton;
import io.github.corsstarter.origin.automaton.CharacterSet;
import io.github.corsstarter.origin.automaton.Expression;
import io.github.corsstarter.origin.automaton.Expression.Choice;
import io.github.corsstarter.origin.automaton.Expression.Repetition;
import io.github.corsstarter.origin.automaton.Expression.Sequence;
import io.github.corsstarter.origin.automaton.Expression.Symbol;
import io.github.corsstarter.origin.automaton.WorkLimit;
import io.github.corsstarter.origin.regex.RegexParser;

/**
 * Writes https wherever a regular expression accepts http.
 */
final class HttpsRewrite {

	private static final String HTTP = "http";

	private static final String HTTPS = "https";

	private final WorkLimit limit;

	private final List<Edit> schemes = new ArrayList<>();

	/** What makes schemes stand where they may be missing. */
	private final List<Edit> required = new ArrayList<>();

	/** What writes a scheme before a wildcard that may be one. */
	private final List<Edit> added = new ArrayList<>();

	private int start;

	private HttpsRewrite(WorkLimit limit) {
		this.limit = limit;
	}

	/** Return what to try in place of an expression that accepts http origins. */
	static List<String> of(String regex, WorkLimit limit) {
		HttpsRewrite rewrite = new HttpsRewrite(limit);
		for (Expression alternative : Expression.alternatives(RegexParser.parse(regex))) {
			rewrite.start = alternative.start();
			rewrite.collect(alternative);
		}
		return Stream.of(List.<Edit>of(), rewrite.required, rewrite.added)
			.map((others) -> Edit.apply(Stream.concat(rewrite.schemes.stream(), others.stream()).distinct().toList(),
					regex))
			.filter((text) -> !text.equals(regex))
			.distinct()
			.toList();
	}

	/** Look at what an origin begins with. */
	private void collect(Expression beginning) {
		if (beginning instanceof Choice choice) {
			choice.alternatives().forEach(this::collect);
		}
		else if (beginning instanceof Sequence sequence && !sequence.parts().isEmpty()) {
			collectFirst(sequence.parts());
		}
		else if (beginning instanceof Repetition repetition) {
			collectRepeated(repetition);
		}
	}

	/** Of several schemes other ones than http stay. */
	private void collectFirst(List<Expression> parts) {
		for (int end = Math.min(parts.size(), HTTPS.length()); end > 0; end--) {
			Expression scheme = new Sequence(parts.subList(0, end), parts.get(0).start(), parts.get(end - 1).end());
			boolean whole = end < parts.size() && beginsWithColon(parts.get(end));
			boolean writtenOut = end >= HTTP.length() && !accepts(scheme, HTTP + "x");
			if ((whole || writtenOut) && Expression.alternatives(scheme.ungrouped()).stream().allMatch(this::isWeb)) {
				if (accepts(scheme, HTTP)) {
					this.schemes.add(new Edit(scheme.start(), scheme.end(), HTTPS));
				}
				return;
			}
		}
		collect(parts.get(0));
	}

	private void collectRepeated(Repetition repetition) {
		Expression group = repetition.part();
		if (group instanceof Symbol symbol && symbol.characters().equals(CharacterSet.ALL)) {
			this.added.add(new Edit(this.start, this.start, HTTPS + "://"));
		}
		collect(group);
		if (repetition.isOptional() && group.parts().size() == 1) {
			Expression scheme = group.parts().get(0);
			this.required.add(new Edit(repetition.start(), scheme.start(), ""));
			this.required.add(new Edit(scheme.end(), repetition.end(), ""));
		}
	}

	private boolean isWeb(Expression scheme) {
		return accepts(scheme, HTTP) || accepts(scheme, HTTPS);
	}

	private boolean accepts(Expression expression, String text) {
		return Automaton.of(expression, this.limit).accepts(text);
	}

	private static boolean beginsWithColon(Expression expression) {
		return (expression instanceof Symbol symbol) ? symbol.characters().equals(CharacterSet.of(':'))
				: !expression.parts().isEmpty() && beginsWithColon(expression.parts().get(0));
	}

}
