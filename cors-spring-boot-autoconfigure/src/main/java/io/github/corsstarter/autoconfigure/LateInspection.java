package io.github.corsstarter.autoconfigure;

import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.SmartApplicationListener;
import org.springframework.core.Ordered;

/**
 * Looks for CORS configuration once more when the application is ready, after everybody
 * who registers something then, and whenever another context comes up later.
 */
class LateInspection implements SmartApplicationListener {

	private final SourceInspection inspection;

	private final AtomicBoolean ready = new AtomicBoolean();

	LateInspection(SourceInspection inspection) {
		this.inspection = inspection;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return AvailabilityChangeEvent.class.isAssignableFrom(eventType)
				|| ContextRefreshedEvent.class.isAssignableFrom(eventType);
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		boolean isReady = event instanceof AvailabilityChangeEvent<?> change
				&& change.getState() == ReadinessState.ACCEPTING_TRAFFIC;
		if (isReady ? this.ready.compareAndSet(false, true)
				: event instanceof ContextRefreshedEvent && this.ready.get()) {
			this.inspection.lookAgain();
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
