package io.github.corsstarter.reload;

import org.springframework.context.ApplicationEvent;

/**
 * Published when the policies that were read are refused.
 */
public class CorsReloadRefusedEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient ReloadResult result;

	/**
	 * Create the event.
	 * @param reloader what read the policies
	 * @param result what became of it
	 */
	public CorsReloadRefusedEvent(CorsPolicyReloader reloader, ReloadResult result) {
		super(reloader);
		this.result = result;
	}

	/**
	 * Return what became of the attempt.
	 * @return the result
	 */
	public ReloadResult result() {
		return this.result;
	}

}
