package io.github.corsstarter.autoconfigure;

import java.util.function.Supplier;

import org.springframework.util.function.SingletonSupplier;

/**
 * A bean that is made when it is first asked for, so that nothing of it is loaded before.
 * It is not a {@link Supplier}, because Spring Cloud Function offers beans of that type
 * to the world. Instances are safe for use by several threads.
 *
 * @param <T> the type of what is made
 */
public final class OnDemand<T> {

	private final SingletonSupplier<T> value;

	OnDemand(Supplier<T> value) {
		this.value = SingletonSupplier.of(value);
	}

	/**
	 * Return what is made on demand, the same each time.
	 * @return what the first call made
	 */
	public T get() {
		return this.value.obtain();
	}

}
