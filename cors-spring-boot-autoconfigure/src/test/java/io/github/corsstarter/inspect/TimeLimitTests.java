package io.github.corsstarter.inspect;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TimeLimitTests {

	@Test
	void questionsThatComeToAnEndAreAsked() {
		CountDownLatch asked = new CountDownLatch(1);
		assertThat(TimeLimit.run(Duration.ofMinutes(1), asked::countDown)).isTrue();
		assertThat(asked.getCount()).isZero();
	}

	@Test
	void questionsThatDoNotAreInterrupted() throws Exception {
		CountDownLatch interrupted = new CountDownLatch(1);
		assertThat(TimeLimit.run(Duration.ofMillis(50), () -> {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				interrupted.countDown();
			}
		})).isFalse();
		interrupted.await();
	}

}
