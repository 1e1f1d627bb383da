package io.github.corsstarter.sample;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.corsstarter.sample.PackagedShop.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the packaged shop would start, on each line of Spring Boot: see
 * tests/compatibility.
 */
class CheckIT {

	private static final String CLOSING_LINE = "\nNot judged: annotations, mappings and filters; "
			+ "what main sets on SpringApplication; @PropertySource; the application's own post-processors; "
			+ "beans of origin sources; config servers that cannot be reached.\n";

	@TempDir
	Path directory;

	private PackagedShop shop;

	@BeforeEach
	void find() {
		this.shop = new PackagedShop(this.directory);
	}

	@Test
	void prodWouldStart() throws Exception {
		Ended check = this.shop.ask("check", "--profiles=prod");
		assertThat(check.err()).isEmpty();
		assertThat(check.out()).isEqualTo("The application would start (active profile 'prod'): "
				+ "its CORS policy is safe for production.\n" + CLOSING_LINE);
		assertThat(check.status()).isZero();
	}

	@Test
	void brokenIsRefusedAsByItsFailedStart() throws Exception {
		Ended check = this.shop.ask("check", "--profiles=prod,broken");
		assertThat(check.err()).isEmpty();
		assertThat(check.out()).startsWith("***************************\nAPPLICATION FAILED TO START\n")
			.contains("8 problems")
			.endsWith(CLOSING_LINE);
		assertThat(check.status()).isEqualTo(1);
		Ended start = this.shop.run("-Dspring.profiles.active=prod,broken");
		assertThat(start.status()).isEqualTo(1);
		assertThat(start.out()).contains(check.out().replace(CLOSING_LINE, ""));
	}

	/**
	 * The bean that makes the server has it write to its base directory. A start with the
	 * same arguments shows that it does, and that it wants the port.
	 */
	@Test
	void nothingOfTheApplicationIsCreated() throws Exception {
		try (ServerSocket taken = new ServerSocket(0)) {
			String[] properties = { "--server.port=" + taken.getLocalPort(),
					"--server.tomcat.basedir=" + this.directory.resolve("server") };
			Stream<String> arguments = Stream.concat(Stream.of("check", "--profiles=prod"), Stream.of(properties));
			assertThat(this.shop.ask(arguments.toArray(String[]::new)).status()).isZero();
			assertThat(this.directory.resolve("server")).doesNotExist();
			Ended start = this.shop.run("-Dspring.profiles.active=prod", properties);
			assertThat(start.out()).contains("was already in use");
			assertThat(this.directory.resolve("server")).isNotEmptyDirectory();
		}
	}

}
