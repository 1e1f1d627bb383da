package io.github.corsstarter.jarmode;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import org.springframework.boot.loader.jarmode.JarMode;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.ClassUtils;

/**
 * {@link JarMode} that answers questions about the CORS policies of a packaged
 * application without starting it: {@code java -Djarmode=cors -jar app.jar help}.
 */
class CorsJarMode implements JarMode {

	@Override
	public boolean accepts(String mode) {
		return "cors".equals(mode);
	}

	@Override
	public void run(String mode, String[] args) {
		ClassLoader classLoader = Objects.requireNonNull(ClassUtils.getDefaultClassLoader());
		// A logging system that nobody has configured writes to standard output
		LoggingSystem.get(classLoader).beforeInitialize();
		PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
		PrintStream err = new PrintStream(System.err, false, StandardCharsets.UTF_8);
		int status = new CommandLine(new Console(out, err), classLoader).run(args);
		out.flush();
		err.flush();
		System.exit(status);
	}

}
