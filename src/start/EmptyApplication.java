package io.github.corsstarter.start;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Says when it has started.
 */
@SpringBootApplication
class EmptyApplication {

	public static void main(String[] args) {
		SpringApplication.run(EmptyApplication.class, args);
		System.out.println("STARTED");
	}

}
