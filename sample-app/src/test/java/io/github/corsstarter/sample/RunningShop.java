package io.github.corsstarter.sample;

import java.nio.file.Path;

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

	/**
	 * Starts the shop with files mounted.
	 * @param profiles the active profiles
	 * @param mounted the folder that they are in
	 */
	static RunningShop start(String profiles, Path mounted) {
		return new RunningShop(SpringApplication.run(BookshopApplication.class, "--spring.profiles.active=" + profiles,
				"--server.port=0", "--spring.main.banner-mode=off", "--BOOKSHOP_CONFIG=" + mounted,
				"--cors.reload.interval=1s"));
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
