package io.github.corsstarter.inspect.servlet;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.github.corsstarter.inspect.RoutePaths;
import io.github.corsstarter.web.HandlerPath;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Walks through routes that are written as functions.
 */
final class RouteVisitor implements RouterFunctions.Visitor {

	private final RoutePaths paths = new RoutePaths();

	private RouteVisitor() {
	}

	/**
	 * Collects the paths of all routes.
	 * @param routes the routes
	 * @return the paths
	 */
	static Collection<HandlerPath> paths(RouterFunction<?> routes) {
		RouteVisitor visitor = new RouteVisitor();
		routes.accept(visitor);
		return visitor.paths.found();
	}

	private static RoutePaths.Condition condition(RequestPredicate predicate) {
		PredicateVisitor visitor = new PredicateVisitor(new RoutePaths.Condition());
		predicate.accept(visitor);
		return visitor.condition();
	}

	@Override
	public void startNested(RequestPredicate predicate) {
		this.paths.startNested(condition(predicate));
	}

	@Override
	public void endNested(RequestPredicate predicate) {
		this.paths.endNested();
	}

	@Override
	public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
		this.paths.route(condition(predicate));
	}

	@Override
	public void resources(Function<ServerRequest, Optional<Resource>> lookup) {
		// A function knows its paths alone
	}

	@Override
	public void attributes(Map<String, Object> attributes) {
		// Says nothing about paths
	}

	@Override
	public void unknown(RouterFunction<?> routes) {
		// Not to be walked through
	}

	/**
	 * Walks through a predicate.
	 *
	 * @param condition takes what is of interest
	 */
	private record PredicateVisitor(RoutePaths.Condition condition) implements RequestPredicates.Visitor {

		@Override
		public void method(Set<HttpMethod> methods) {
			this.condition.methods(methods);
		}

		@Override
		public void path(String pattern) {
			this.condition.path(pattern);
		}

		@Override
		public void startNegate() {
			this.condition.startNegate();
		}

		@Override
		public void endNegate() {
			this.condition.endNegate();
		}

		@Override
		@SuppressWarnings("removal")
		public void pathExtension(String extension) {
			// Says nothing about paths
		}

		@Override
		public void header(String name, String value) {
			// Says nothing about paths
		}

		@Override
		public void param(String name, String value) {
			// Says nothing about paths
		}

		@Override
		public void version(String version) {
			// Says nothing about paths
		}

		@Override
		public void startAnd() {
			// Says nothing about paths
		}

		@Override
		public void and() {
			// Says nothing about paths
		}

		@Override
		public void endAnd() {
			// Says nothing about paths
		}

		@Override
		public void startOr() {
			// Says nothing about paths
		}

		@Override
		public void or() {
			// Says nothing about paths
		}

		@Override
		public void endOr() {
			// Says nothing about paths
		}

		@Override
		public void unknown(RequestPredicate predicate) {
			// Says nothing about paths
		}

	}

}
