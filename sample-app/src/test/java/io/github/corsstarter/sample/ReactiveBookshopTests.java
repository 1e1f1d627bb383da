package io.github.corsstarter.sample;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop on WebFlux. A test's kind of context is chosen before profiles are read, hence
 * the property.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "spring.main.web-application-type=reactive")
@ActiveProfiles("reactive")
@Tag("reactive")
class ReactiveBookshopTests extends AbstractBookshopTests {

	@LocalServerPort
	private int port;

	@Override
	protected int port() {
		return this.port;
	}

	@Test
	void runsOnNetty(@Autowired ApplicationContext context) {
		assertThat(context.containsBean("nettyReactiveWebServerFactory")).isTrue();
	}

}
