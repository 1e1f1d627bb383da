package io.github.corsstarter.deployment;

import java.util.List;
import java.util.Locale;

/**
 * One application behind one configuration of the proxy.
 *
 * @param server the server that the application runs in
 * @param strategy what the application makes of forwarded headers
 * @param forwarding what the proxy passes on
 * @param standardPort whether browsers see the proxy at port 443
 */
record ProxiedSite(Server server, String strategy, Forwarding forwarding, boolean standardPort) {

	String host() {
		return String
			.join("-", this.server.name(), this.strategy, this.forwarding.name(), this.standardPort ? "443" : "own")
			.toLowerCase(Locale.ROOT)
			.replace('_', '-') + ".example.com";
	}

	String authority(int port) {
		return this.standardPort ? host() : host() + ":" + port;
	}

	List<String> directives() {
		return this.forwarding.directives(this.standardPort ? "443" : "$server_port");
	}

	boolean tellsOrigin() {
		return this.forwarding.tells(this.strategy);
	}

	@Override
	public String toString() {
		return host();
	}

}
