package io.github.corsstarter.reload;

import org.springframework.context.ApplicationEvent;

/**
 * Published when other policies have come into force.
 */
public class CorsPoliciesChangedEvent extends ApplicationEvent {

	private static final long serialVersionUID = 1L;

	private final transient ReloadResult result;

	/**
	 * Create the event.
	 * @param reloader what read the policies
	 * @param result what became of it
	 */
	public CorsPoliciesChangedEvent(CorsPolicyReloader reloader, ReloadResult result) {
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
