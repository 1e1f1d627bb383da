package io.github.corsstarter.deployment;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A program that tests run, where it is installed.
 */
enum Program {

	GIT("git"), NGINX("nginx"), PROMETHEUS("prometheus"), PROMTOOL("prometheus");

	private final String debianPackage;

	Program(String debianPackage) {
		this.debianPackage = debianPackage;
	}

	/**
	 * Return whether there is one to start.
	 */
	boolean isInstalled() {
		return find() != null;
	}

	/**
	 * Return what there is to start.
	 * @return the executable
	 */
	String executable() {
		File file = find();
		if (file == null) {
			throw new IllegalStateException(hint());
		}
		return file.toString();
	}

	String hint() {
		return command() + " is not on the path. On Debian: apt-get install " + this.debianPackage;
	}

	private String command() {
		return name().toLowerCase(Locale.ROOT);
	}

	private @Nullable File find() {
		// Where Debian has servers, which is on the path of root alone
		String path = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
		for (String directory : path.split(File.pathSeparator)) {
			File file = Path.of(directory, command()).toFile();
			if (file.canExecute()) {
				return file;
			}
		}
		return null;
	}

}
