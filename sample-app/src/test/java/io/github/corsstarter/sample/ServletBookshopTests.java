package io.github.corsstarter.sample;

import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.SpringVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop on Spring MVC, as it starts without a profile.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public class ServletBookshopTests extends AbstractBookshopTests {

	@LocalServerPort
	private int port;

	@Override
	protected int port() {
		return this.port;
	}

	@Override
	protected List<String> varyOfStaticFiles() {
		return varyOfStaticFilesOnSpringMvc();
	}

	/**
	 * Spring MVC 6.2 adds tokens of its own where it has no CORS configuration.
	 * @return the tokens of {@code Vary}
	 */
	public static List<String> varyOfStaticFilesOnSpringMvc() {
		boolean adds = Objects.requireNonNull(SpringVersion.getVersion()).startsWith("6.2.");
		return adds ? List.of("Origin", "Access-Control-Request-Method", "Access-Control-Request-Headers")
				: List.of("Origin");
	}

	@Test
	void runsOnTomcat(@Autowired ApplicationContext context) {
		assertThat(context.containsBean("tomcatServletWebServerFactory")).isTrue();
	}

}
