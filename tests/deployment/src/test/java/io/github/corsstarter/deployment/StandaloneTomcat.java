package io.github.corsstarter.deployment;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Tomcat as it is downloaded, in a process of its own, with one exploded WAR.
 */
final class StandaloneTomcat implements AutoCloseable {

	private static final Path HOME = Path.of("target/tomcat");

	private static final Pattern PORT = Pattern.compile("Starting ProtocolHandler \\[\"http-nio.*?-(\\d+)\"]");

	private static final String STARTED = "Server startup in";

	/**
	 * What the WAR of such an application has in it. A server is not in it, nor what
	 * would take Tomcat's own log away.
	 */
	private static final Pattern LIBRARY = Pattern
		.compile("(" + String.join("|", "cors-(core|spring-boot-.*)", "classmate", "commons-logging",
				"hibernate-validator", "jackson-.*", "jakarta\\.(annotation|validation)-api", "jboss-logging",
				"jspecify", "log4j-.*", "logback-.*", "micrometer-(commons|observation)", "nimbus-jose-jwt",
				"slf4j-api", "snakeyaml", "spring-(aop|beans|context|core|expression|web|webmvc)", "spring-security-.*",
				"spring-boot", "spring-boot-(autoconfigure|http-converter|jackson|security.*)",
				"spring-boot-(servlet|validation|web-server|webmvc)") + ")-\\d.*\\.jar");

	/**
	 * Where the libraries of this project are while none is packaged.
	 */
	private static final List<Path> MODULES = List.of(Path.of("cors-core", "target", "classes"),
			Path.of("cors-spring-boot-autoconfigure", "target", "classes"));

	private final Process process;

	private final Address address;

	private StandaloneTomcat(Process process, Address address) {
		this.process = process;
		this.address = address;
	}

	/**
	 * Deploys classes of this module and starts Tomcat.
	 * @param directory an empty directory
	 * @param contextPath the context path
	 * @param classes how the names of the classes of this package begin
	 * @param properties the properties of the application
	 * @return the running Tomcat
	 */
	static StandaloneTomcat start(Path directory, String contextPath, List<String> classes,
			Map<String, String> properties) throws IOException {
		Files.createDirectories(directory.resolve("temp"));
		copy(HOME.resolve("conf"), directory.resolve("conf"));
		Path configuration = directory.resolve("conf/server.xml");
		Files.writeString(configuration,
				Files.readString(configuration)
					.replace("port=\"8005\"", "port=\"-1\"")
					.replace("port=\"8080\"", "port=\"0\" address=\"127.0.0.1\""));
		explode(directory.resolve("webapps" + contextPath + "/WEB-INF"), classes, properties);
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
				HOME.resolve("bin/bootstrap.jar") + File.pathSeparator + HOME.resolve("bin/tomcat-juli.jar"),
				"-Dcatalina.home=" + HOME.toAbsolutePath(), "-Dcatalina.base=" + directory.toAbsolutePath(),
				"-Djava.io.tmpdir=" + directory.resolve("temp").toAbsolutePath(),
				"org.apache.catalina.startup.Bootstrap", "start")
			.redirectErrorStream(true)
			.start();
		CompletableFuture<Integer> port = CompletableFuture.supplyAsync(() -> port(process))
			.orTimeout(2, TimeUnit.MINUTES)
			.whenComplete((started, failure) -> {
				if (failure != null) {
					process.destroyForcibly();
				}
			});
		return new StandaloneTomcat(process, new Address(Server.MVC_TOMCAT, port.join(), contextPath));
	}

	private static void explode(Path webInf, List<String> classes, Map<String, String> properties) throws IOException {
		Path packageDirectory = Files
			.createDirectories(webInf.resolve("classes/" + StandaloneTomcat.class.getPackageName().replace('.', '/')));
		Path compiled = Path.of(location(StandaloneTomcat.class))
			.resolve(StandaloneTomcat.class.getPackageName().replace('.', '/'));
		try (Stream<Path> files = Files.list(compiled)) {
			for (Path file : files
				.filter((file) -> classes.stream().anyMatch(file.getFileName().toString()::startsWith))
				.toList()) {
				Files.copy(file, packageDirectory.resolve(file.getFileName()));
			}
		}
		Properties application = new Properties();
		application.putAll(properties);
		try (var out = Files.newOutputStream(webInf.resolve("classes/application.properties"))) {
			application.store(out, null);
		}
		Path libraries = Files.createDirectories(webInf.resolve("lib"));
		for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
			Path library = Path.of(entry);
			if (LIBRARY.matcher(library.getFileName().toString()).matches()) {
				Files.copy(library, libraries.resolve(library.getFileName()));
			}
			else if (MODULES.stream().anyMatch(library::endsWith)) {
				copy(library, webInf.resolve("classes"));
			}
		}
	}

	private static String location(Class<?> type) {
		return type.getProtectionDomain().getCodeSource().getLocation().getPath();
	}

	private static void copy(Path source, Path target) throws IOException {
		Files.walkFileTree(source, new SimpleFileVisitor<>() {

			@Override
			public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
					throws IOException {
				Files.createDirectories(target.resolve(source.relativize(directory)));
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.copy(file, target.resolve(source.relativize(file)));
				return FileVisitResult.CONTINUE;
			}

		});
	}

	/**
	 * Reads the output until Tomcat has started, and goes on reading, so that Tomcat can
	 * go on writing.
	 */
	private static int port(Process process) {
		BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
		List<String> lines = out.lines().takeWhile((line) -> !line.contains(STARTED)).toList();
		Thread reader = new Thread(() -> out.lines().forEach((ignored) -> {
		}));
		reader.setDaemon(true);
		reader.start();
		Matcher port = PORT.matcher(String.join("\n", lines));
		if (!port.find()) {
			throw new IllegalStateException("Tomcat did not start:\n" + String.join("\n", lines));
		}
		return Integer.parseInt(port.group(1));
	}

	Address address() {
		return this.address;
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
