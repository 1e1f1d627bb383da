package io.github.corsstarter.deployment;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/**
 * Which auto-configurations an application has, of all that are on the class path: those
 * of the starter, of a stack, of a server, and of features.
 */
public final class AutoConfigurations {

	private static final String STARTER = "corsstarter";

	private static final String ACTUATOR = "actuate";

	private static final Set<String> ALWAYS = Set.of("autoconfigure", "http", "jackson", "servlet", "validation");

	private final Set<String> modules = new HashSet<>(ALWAYS);

	private AutoConfigurations(Server server) {
		this.modules.add(STARTER);
		this.modules.addAll(server.modules());
	}

	/**
	 * Return those of a server and the starter.
	 * @param server the server
	 * @return the auto-configurations
	 */
	public static AutoConfigurations of(Server server) {
		return new AutoConfigurations(server);
	}

	void add(Feature feature) {
		this.modules.addAll(feature.modules());
	}

	void removeStarter() {
		this.modules.remove(STARTER);
	}

	/**
	 * Return all others.
	 * @return a value for {@code spring.autoconfigure.exclude}
	 */
	public String excluded() {
		ImportCandidates all = ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader());
		return StreamSupport.stream(all.spliterator(), false)
			.filter(Predicate.not(this::isWanted))
			.collect(Collectors.joining(","));
	}

	private boolean isWanted(String autoConfiguration) {
		List<String> packages = Arrays.asList(autoConfiguration.split("\\."));
		if (packages.contains(STARTER)) {
			return this.modules.contains(STARTER);
		}
		return this.modules.contains(packages.get(3))
				&& (this.modules.contains(ACTUATOR) || !packages.contains(ACTUATOR));
	}

}
