package io.github.corsstarter.reload;

/**
 * Reloads the policies when the application asks for it.
 */
final class CalledReloads implements CorsPolicyReloader {

	private final Reloader reloader;

	CalledReloads(Reloader reloader) {
		this.reloader = reloader;
	}

	@Override
	public ReloadResult reload() {
		return this.reloader.reload(ReloadTrigger.CALL);
	}

	@Override
	public ReloadResult check() {
		return this.reloader.check();
	}

	@Override
	public ReloadStatus status() {
		return this.reloader.status();
	}

}
