package io.github.corsstarter.inspect;

import java.util.List;
import java.util.function.Supplier;

import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;

/**
 * Where the filter that obeys the policies stands among the others, which Spring sorts by
 * their order, and those of one order as their beans are defined.
 *
 * @param order its order
 * @param earlier finds the beans of filters that come before it where their order is the
 * same
 */
public record PolicyPlace(int order, Supplier<List<String>> earlier) {

	/**
	 * Create the place of a filter. Where it is not among the others, each of them may
	 * come before it.
	 * @param order its order
	 * @param filters finds the beans of all filters that are sorted with it, as they are
	 * defined
	 * @param own finds the bean of the filter itself, under whatever name
	 * @return the place
	 */
	public static PolicyPlace of(int order, Supplier<List<String>> filters, Supplier<List<String>> own) {
		return new PolicyPlace(order, () -> {
			List<String> names = filters.get();
			List<String> ownNames = own.get();
			return names.stream().takeWhile((name) -> !ownNames.contains(name)).toList();
		});
	}

	/**
	 * Tell where another filter stands.
	 * @param bean the name of its bean
	 * @param order its order
	 * @param reach what it is called for
	 * @param respondent answers as it does
	 * @return whether that is ahead of the policies or behind them
	 */
	public Standing of(String bean, int order, Reach reach, Respondent respondent) {
		return isBehind(bean, order) ? Standing.BEHIND
				: new Standing.Ahead(order, this.order, reach.possible(), TimeLimit.with(respondent));
	}

	private boolean isBehind(String bean, int order) {
		return (order != this.order) ? order > this.order : !this.earlier.get().contains(bean);
	}

}
