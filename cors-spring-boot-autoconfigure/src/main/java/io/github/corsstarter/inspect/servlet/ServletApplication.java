package io.github.corsstarter.inspect.servlet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import io.github.corsstarter.inspect.Beans;
import io.github.corsstarter.inspect.InspectedLibrary;
import io.github.corsstarter.inspect.WholeApplication;
import io.github.corsstarter.validation.source.Respondent;
import io.github.corsstarter.web.HandlerPath;

/**
 * Finds all that answers CORS requests in a servlet application.
 */
public final class ServletApplication {

	private final Beans beans;

	private final ServletPath servletPath;

	private ServletApplication(Beans beans, ServletPath servletPath) {
		this.beans = beans;
		this.servletPath = servletPath;
	}

	/**
	 * Find it.
	 * @param beans where filters, chains and handler mappings are
	 * @param servletPath the path of the dispatcher servlet
	 * @return the application
	 */
	public static WholeApplication of(Beans beans, ServletPath servletPath) {
		return new ServletApplication(beans, servletPath).whole();
	}

	private WholeApplication whole() {
		ClassLoader classLoader = this.beans.factory().getBeanClassLoader();
		List<Placed> placed = new ArrayList<>(filters());
		if (InspectedLibrary.SECURITY.isPresent(classLoader)) {
			placed.add(new Placed(false, SecurityChains.order(this.beans),
					SecurityChains.of(this.beans, this.servletPath)));
		}
		List<Respondent> respondents = new ArrayList<>(
				placed.stream().sorted(Placed.FIRST_CALLED).map(Placed::respondent).toList());
		Collection<HandlerPath> paths = List.of();
		if (InspectedLibrary.SPRING_MVC.isPresent(classLoader)) {
			respondents.add(MappingsRespondent.of(this.beans, this.servletPath));
			paths = HandlerPaths.of(this.beans, this.servletPath);
		}
		return new WholeApplication(respondents, paths);
	}

	private List<Placed> filters() {
		return RegisteredFilter.of(this.beans)
			.stream()
			.map((registered) -> new Placed(registered.ofServlets(), registered.order(),
					registered.respondent(this.servletPath)))
			.toList();
	}

	/**
	 * A respondent at its place among the filters.
	 *
	 * @param ofServlets whether it is called after those that are not
	 * @param order its order
	 * @param respondent the respondent
	 */
	private record Placed(boolean ofServlets, int order, Respondent respondent) {

		private static final Comparator<Placed> FIRST_CALLED = Comparator.comparing(Placed::ofServlets)
			.thenComparingInt(Placed::order);

	}

}
