package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.annotation.Id;
import org.springframework.data.map.repository.config.EnableMapRepositories;
import org.springframework.data.repository.CrudRepository;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * A functional route, GraphQL and Spring Data REST on Spring MVC.
 */
@Configuration(proxyBeanMethods = false)
@EnableMapRepositories(considerNestedRepositories = true)
@Import(GreetingController.class)
class MvcPaths {

	@Bean
	RouterFunction<ServerResponse> route() {
		return RouterFunctions.route().GET("/functional/route", (request) -> ServerResponse.ok().body("ok")).build();
	}

	/**
	 * What Spring Data REST exports.
	 */
	public interface BookRepository extends CrudRepository<Book, String> {

	}

	/**
	 * A book.
	 *
	 * @param id the ISBN
	 */
	public record Book(@Id String id) {

	}

}
