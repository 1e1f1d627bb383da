package io.github.corsstarter.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The bookshop. No class of it mentions CORS: who may call what from where is written in
 * {@code application.yml} and its profiles.
 */
@SpringBootApplication
public class BookshopApplication {

	/**
	 * Starts the shop, on Spring MVC or, in the profile {@code reactive}, on WebFlux.
	 * @param args the command line, for instance {@code --spring.profiles.active=prod}
	 */
	public static void main(String[] args) {
		SpringApplication.run(BookshopApplication.class, args);
	}

}
