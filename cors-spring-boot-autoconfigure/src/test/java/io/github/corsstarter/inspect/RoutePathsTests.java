package io.github.corsstarter.inspect;

import java.util.List;
import java.util.Set;

import io.github.corsstarter.web.HandlerPath;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

class RoutePathsTests {

	@Test
	void routeHasEveryMethodOfItsCondition() {
		RoutePaths.Condition condition = new RoutePaths.Condition();
		condition.path("/books");
		condition.methods(Set.of(HttpMethod.GET));
		condition.methods(Set.of(HttpMethod.PUT));
		assertThat(found(condition)).isEqualTo(new HandlerPath("/books", List.of("GET", "PUT")));
	}

	@Test
	void routeWithoutMethodIsForAny() {
		RoutePaths.Condition condition = new RoutePaths.Condition();
		condition.path("/books");
		condition.startNegate();
		condition.methods(Set.of(HttpMethod.GET));
		condition.endNegate();
		assertThat(found(condition).methods()).isEmpty();
	}

	private static HandlerPath found(RoutePaths.Condition condition) {
		RoutePaths paths = new RoutePaths();
		paths.route(condition);
		return paths.found().iterator().next();
	}

}
