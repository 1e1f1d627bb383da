package com.example.demo;

import io.github.corsstarter.test.ConfiguredCors;
import org.junit.jupiter.api.Test;

import static io.github.corsstarter.test.CorsAssertions.assertThat;

class DemoCorsTests {

	@Test
	void productionStarts() {
		assertThat(ConfiguredCors.of(DemoApplication.class).profiles("prod").load()).isAccepted();
	}

}
