package io.github.corsstarter.reload;

import io.github.corsstarter.config.ReloadSettings;

import org.springframework.context.ApplicationEvent;
import org.springframework.context.event.SmartApplicationListener;

/**
 * Reloads the policies when Spring Cloud has refreshed the environment. The event is
 * known by its name, and the keys that it names do not matter: it names none when values
 * are gone.
 */
public final class RefreshListener implements SmartApplicationListener {

	/** The name of the event. */
	public static final String EVENT = "org.springframework.cloud.context.environment.EnvironmentChangeEvent";

	private final ReloadSettings settings;

	private final Reloader reloader;

	/**
	 * Create the listener.
	 * @param settings whether a refresh matters
	 * @param reloader the reloader of the configured policies
	 */
	public RefreshListener(ReloadSettings settings, Reloader reloader) {
		this.settings = settings;
		this.reloader = reloader;
	}

	@Override
	public boolean supportsEventType(Class<? extends ApplicationEvent> eventType) {
		return this.settings.onRefresh() && EVENT.equals(eventType.getName());
	}

	@Override
	public void onApplicationEvent(ApplicationEvent event) {
		this.reloader.reload(ReloadTrigger.REFRESH);
	}

}
