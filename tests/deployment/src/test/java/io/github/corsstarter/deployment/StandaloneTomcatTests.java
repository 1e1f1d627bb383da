package io.github.corsstarter.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import io.github.corsstarter.wire.RawReply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every situation in a WAR with a context path, in a Tomcat as it is downloaded.
 */
class StandaloneTomcatTests extends AbstractErrorResponseTests {

	private static StandaloneTomcat tomcat;

	@BeforeAll
	static void start(@TempDir Path directory) throws IOException {
		tomcat = StandaloneTomcat.start(directory, "/shop", List.of("WarApplication", "MvcSituations", "MvcSecurity",
				"SituationController", "Tokens", "WeakPasswords"), PROPERTIES);
	}

	@AfterAll
	static void stop() {
		tomcat.close();
	}

	@Override
	Server server() {
		return Server.MVC_TOMCAT;
	}

	@Override
	Address address() {
		return tomcat.address();
	}

	@Test
	void otherApplicationsAreNotGoverned() {
		Address root = tomcat.address().at(tomcat.address().port(), "");
		RawReply reply = root.send("GET /api/ok", "Origin: " + ORIGIN);
		assertThat(reply.status()).isEqualTo(404);
		assertThat(reply.corsHeaders()).isEmpty();
		assertThat(reply.header("Vary")).isEmpty();
	}

}
