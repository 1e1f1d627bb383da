package io.github.corsstarter.reload;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two readings that are the same, for a limited time.
 */
class ConfigurationReaderTests {

	private static final int MILLIS = 150;

	@Test
	void slowSourceIsNotReadForLonger() {
		SlowSource source = new SlowSource();
		ConfigurationReader reader = new ConfigurationReader(new LiveConfiguration(environment(source)));
		source.calls.set(0);
		reader.read();
		int each = source.calls.getAndSet(0);
		assertThat(each).isPositive();
		Reading reading = reader.readTwice();
		assertThat(reading.environment()).isNull();
		int most = 2000 / (each * MILLIS + 100) + 2;
		assertThat(source.calls.get()).isBetween(2 * each, most * each);
	}

	private static ConfigurableEnvironment environment(SlowSource source) {
		ConfigurableEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("arguments", Map.of("spring.config.location", "optional:file:/none/")));
		environment.getPropertySources().addFirst(source);
		return environment;
	}

	/**
	 * A source that takes its time and never says the same.
	 */
	private static final class SlowSource extends EnumerablePropertySource<Object> {

		private final AtomicInteger calls = new AtomicInteger();

		private SlowSource() {
			super("slow", new Object());
		}

		@Override
		public String[] getPropertyNames() {
			return new String[] { "cors.max-age" };
		}

		@Override
		public @Nullable Object getProperty(String name) {
			if (!name.equals("cors.max-age")) {
				return null;
			}
			try {
				TimeUnit.MILLISECONDS.sleep(MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return this.calls.incrementAndGet() + "s";
		}

	}

}
