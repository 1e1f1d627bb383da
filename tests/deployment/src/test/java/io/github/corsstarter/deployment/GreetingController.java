package io.github.corsstarter.deployment;

import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/**
 * Answers the one query of the GraphQL schema.
 */
@Controller
class GreetingController {

	@QueryMapping
	String greeting() {
		return "hello";
	}

}
