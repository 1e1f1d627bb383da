package io.github.corsstarter.inspect;

import java.util.List;

import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.validation.source.Standing;
import io.github.corsstarter.validation.source.Turn;

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
		List<String> names = this.beans.namesOf(this.filters);
		Turn turn = new Turn(order, place(bean, names), reach.possible(), TimeLimit.with(respondent));
		boolean ahead = (order != this.order) ? order < this.order : turn.place() < place(this.own, names);
		return ahead ? new Standing.Ahead(turn, this.order) : new Standing.Behind(turn);
	}

	/**
	 * A bean that is not sorted with the others comes after them.
	 */
	private static int place(String bean, List<String> names) {
		int place = names.indexOf(bean);
		return (place >= 0) ? place : names.size();
	}

}
