package io.github.corsstarter.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The shop, started as {@code main} starts it, by default on a port of its own.
 *
 * @param context the started application
 */
record RunningShop(ConfigurableApplicationContext context) implements AutoCloseable {

	static RunningShop start(String profiles) {
		return start(profiles, 0);
	}

	static RunningShop start(String profiles, int port) {
		return new RunningShop(SpringApplication.run(BookshopApplication.class, "--spring.profiles.active=" + profiles,
				"--server.port=" + port, "--spring.main.banner-mode=off"));
	}

	int port() {
		return this.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	WireClient client() {
		return new WireClient(port());
	}

	@Override
	public void close() {
		this.context.close();
	}

}
