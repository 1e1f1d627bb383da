package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;

/**
 * Where the filter that obeys the policies stands among the others, which Spring sorts by
 * their order, and those of one order as their beans are defined.
 *
 * @param order its order
 * @param own the name of its bean; where there is none of that name, each of the others
 * may come before it
 * @param beans where the filters are
 * @param filters the type of the beans that are sorted with it
 */
public record PolicyPlace(int order, String own, Beans beans, Class<?> filters) {

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
		return (order != this.order) ? order > this.order : !isDefinedEarlier(bean);
	}

	private boolean isDefinedEarlier(String bean) {
		List<String> names = this.beans.namesOf(this.filters);
		int place = names.indexOf(this.own);
		List<String> earlier = (place >= 0) ? names.subList(0, place) : names;
		return earlier.contains(bean);
	}

}
