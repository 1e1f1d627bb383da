package io.github.corsstarter.reload;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Every place on this machine where a start would look for files and trees of
 * configuration, those that are not there included. What is in a jar does not change and
 * is left out. Immutable.
 */
final class ConfigPlaces {

	private final Set<ConfigPlace> places;

	private ConfigPlaces(Set<ConfigPlace> places) {
		this.places = Collections.unmodifiableSet(places);
	}

	/**
	 * Find the places.
	 * @param environment what was read from some of them
	 * @return the places
	 */
	static ConfigPlaces of(ConfigurableEnvironment environment) {
		return new ConfigPlaces(new ConfigPlaceSearch(environment).places());
	}

	/**
	 * Return the places for a person.
	 * @return paths, those of directories with a slash at their end
	 */
	List<String> paths() {
		return this.places.stream().map(ConfigPlace::toString).distinct().toList();
	}

	/**
	 * Return a digest of everything that is there.
	 * @return a text that changes as soon as a byte does
	 */
	String digest() {
		MessageDigest digest = sha256();
		for (ConfigPlace place : this.places) {
			try {
				for (Path file : place.files()) {
					digest.update(file.toString().getBytes(StandardCharsets.UTF_8));
					digest.update((byte) 0);
					if (Files.isRegularFile(file)) {
						byte[] content = Files.readAllBytes(file);
						digest.update(sha256().digest(content));
					}
				}
			}
			catch (IOException | RuntimeException ex) {
				digest.update(ex.toString().getBytes(StandardCharsets.UTF_8));
			}
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
