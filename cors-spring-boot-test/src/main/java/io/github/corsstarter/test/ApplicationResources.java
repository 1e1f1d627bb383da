package io.github.corsstarter.test;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The class path as the application sees it when it is started: its own files come first,
 * and those of its tests, which have the same names, are not there.
 */
final class ApplicationResources extends ClassLoader implements Closeable {

	private static final Pattern CONFIGURATION = Pattern.compile("(config/)?application[^/]*");

	private final URLClassLoader own;

	ApplicationResources(ApplicationRoot root) {
		super(root.type().getClassLoader());
		this.own = new URLClassLoader(root.urls(), null);
	}

	@Override
	public @Nullable URL getResource(String name) {
		URL resource = this.own.findResource(name);
		return (resource != null || CONFIGURATION.matcher(name).matches()) ? resource : super.getResource(name);
	}

	@Override
	public void close() throws IOException {
		this.own.close();
	}

}
