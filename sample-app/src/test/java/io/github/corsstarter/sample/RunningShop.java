package io.github.corsstarter.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
		return run(profiles, port);
	}

	/**
	 * Starts the shop with another setting.
	 * @param profiles the active profiles
	 * @param argument the argument of {@code main} that sets it
	 */
	static RunningShop start(String profiles, String argument) {
		return run(profiles, 0, argument);
	}

	/**
	 * Starts the shop with files mounted.
	 * @param profiles the active profiles
	 * @param mounted the folder that they are in
	 */
	static RunningShop start(String profiles, Path mounted) {
		return run(profiles, 0, "--BOOKSHOP_CONFIG=" + mounted, "--cors.reload.interval=1s");
	}

	private static RunningShop run(String profiles, int port, String... further) {
		List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=" + profiles,
				"--server.port=" + port, "--spring.main.banner-mode=off"));
		arguments.addAll(List.of(further));
		return new RunningShop(SpringApplication.run(BookshopApplication.class, arguments.toArray(String[]::new)));
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
