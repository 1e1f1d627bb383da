package io.github.corsstarter.sample;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop on Spring MVC, as it starts without a profile.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ServletBookshopTests extends AbstractBookshopTests {

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

	@Test
	void runsOnTomcat(@Autowired ApplicationContext context) {
		assertThat(context.containsBean("tomcatServletWebServerFactory")).isTrue();
	}

}
