package io.github.corsstarter.load;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * The books of the sample application, which is all that is asked for. Its other classes
 * do not work without the starter.
 */
@SpringBootApplication(scanBasePackages = "io.github.corsstarter.sample.book")
class LoadedShop {

	public static void main(String[] args) {
		SpringApplication.run(LoadedShop.class, args);
	}

}
