package io.github.corsstarter.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link OnDemand}.
 */
class OnDemandTests {

	private final CountDownLatch made = new CountDownLatch(1);

	private final CountDownLatch created = new CountDownLatch(1);

	@Test
	void isMadeOnce() {
		AtomicInteger times = new AtomicInteger();
		OnDemand<Integer> onDemand = new OnDemand<>(times::incrementAndGet);
		assertThat(times).hasValue(0);
		assertThat(List.of(onDemand.get(), onDemand.get(), times.get())).containsOnly(1);
	}

	/**
	 * One thread makes it and needs a bean, another creates a bean that needs it.
	 */
	@Test
	void waitsForNoThreadThatCreatesBeans() {
		DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
		OnDemand<Object> onDemand = new OnDemand<>(() -> {
			this.made.countDown();
			awaits(this.created);
			return beans.getBean("needed");
		});
		register(beans, "needed", () -> "needed");
		register(beans, "asking", () -> {
			this.created.countDown();
			awaits(this.made);
			return onDemand.get();
		});
		Executor threads = (task) -> new Thread(task).start();
		CompletableFuture<Object> first = CompletableFuture.supplyAsync(onDemand::get, threads);
		CompletableFuture<Object> second = CompletableFuture.supplyAsync(() -> beans.getBean("asking"), threads);
		assertThat(first).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("needed");
		assertThat(second).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("needed");
	}

	private static void register(DefaultListableBeanFactory beans, String name, Supplier<Object> bean) {
		beans.registerBeanDefinition(name, new RootBeanDefinition(Object.class, bean));
	}

	private static void awaits(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
