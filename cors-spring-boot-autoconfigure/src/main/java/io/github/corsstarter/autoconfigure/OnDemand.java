package io.github.corsstarter.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * A bean that is made when it is first asked for, so that nothing of it is loaded before.
 * It is not a {@link Supplier}, because Spring Cloud Function offers beans of that type
 * to the world. Instances are safe for use by several threads.
 *
 * @param <T> the type of what is made
 */
public final class OnDemand<T> {

	private final Supplier<T> maker;

	private final AtomicReference<@Nullable T> made = new AtomicReference<>();

	OnDemand(Supplier<T> maker) {
		this.maker = maker;
	}

	/**
	 * Return what is made on demand, the same each time.
	 * @return what the first call made
	 */
	public T get() {
		T known = this.made.get();
		return (known != null) ? known : make();
	}

	/**
	 * Make it, and drop it if another thread was faster. No lock is held meanwhile: it
	 * may take other beans, which another thread may be creating that asks for this one.
	 */
	private T make() {
		T next = this.maker.get();
		T faster = this.made.compareAndExchange(null, next);
		return (faster != null) ? faster : next;
	}

}
