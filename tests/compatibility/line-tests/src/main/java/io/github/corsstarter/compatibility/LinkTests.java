package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.github.corsstarter.autoconfigure.CorsAutoConfiguration;
import io.github.corsstarter.policy.CorsPolicies;
import io.github.corsstarter.test.CorsBrowser;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringBootVersion;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The jars, compiled against another version, refer to nothing that this line of Spring
 * Boot does not have. What they refer to only on some lines, after they looked, is named
 * here.
 */
class LinkTests {

	private static final String LINE = System.getProperty("boot.line");

	private static final String ROOT = "io/github/corsstarter/";

	/**
	 * A class of each jar.
	 */
	private static final List<Class<?>> JARS = List.of(CorsPolicies.class, CorsAutoConfiguration.class);

	private static final String HEADERS = "org/springframework/http/HttpHeaders.";

	/**
	 * What each line lacks, by the class that refers to it.
	 */
	private static final Map<String, Map<String, Set<String>>> GUARDED = Map.of("3.5",
			// They ask first whether the headers are a map, as they are there
			Map.of(ROOT + "web/reactive/HeaderLines",
					Set.of(HEADERS + "get(Ljava/lang/String;)Ljava/util/List;",
							HEADERS + "remove(Ljava/lang/String;)Ljava/util/List;"),
					ROOT + "web/reactive/SettledHeaders",
					Set.of(HEADERS + "<init>(Lorg/springframework/http/HttpHeaders;)V")));

	@Test
	void lineIsTheOneThisModuleIsFor() {
		assertThat(SpringBootVersion.getVersion()).isEqualTo(System.getProperty("boot.version")).startsWith(LINE + ".");
	}

	@Test
	void everyTypeAndMemberIsThere() {
		assertThat(problems(classFiles())).isEqualTo(GUARDED.getOrDefault(LINE, Map.of()));
	}

	@Test
	void onlyTheTransportOfAClientThatIsNewerLacksIt() {
		assertThat(problems(classFilesBeside(CorsBrowser.class)).keySet()).isEqualTo("3.5".equals(LINE)
				? Set.of(ROOT + "test/transport/RestTestClientTransport", ROOT + "test/transport/Transports")
				: Set.of());
	}

	/**
	 * The whole table of conformance runs on each line only now and then.
	 */
	@Test
	void applicationsOfTheConformanceTableLackNothing() throws ClassNotFoundException {
		Class<?> application = Class.forName("io.github.corsstarter.conformance.ReactiveApplication");
		assertThat(problems(classFilesBeside(application)).keySet()).filteredOn((type) -> !type.contains("Jetty"))
			.isEmpty();
	}

	private Map<String, Set<String>> problems(List<ClassFile> types) {
		Linker linker = new Linker(getClass().getClassLoader(), ROOT);
		Map<String, Set<String>> problems = new TreeMap<>();
		for (ClassFile type : types) {
			Set<String> missing = linker.problems(type);
			if (!missing.isEmpty()) {
				problems.put(type.name(), missing);
			}
		}
		return problems;
	}

	@Test
	void everyClassIsVerifiedAndInitialized() {
		assertThat(classFiles()).hasSizeGreaterThan(200)
			.allSatisfy((type) -> assertThat(Class.forName(type.name().replace('/', '.'))).isNotNull());
	}

	private static List<ClassFile> classFiles() {
		return JARS.stream().flatMap((type) -> classFilesBeside(type).stream()).toList();
	}

	private static List<ClassFile> classFilesBeside(Class<?> type) {
		try {
			Path location = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
			if (Files.isDirectory(location)) {
				return classFiles(location);
			}
			try (FileSystem jar = FileSystems.newFileSystem(location)) {
				return classFiles(jar.getPath("/"));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<ClassFile> classFiles(Path root) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(".class"))
				.filter((file) -> !file.endsWith("package-info.class"))
				.map(LinkTests::read)
				.toList();
		}
	}

	private static ClassFile read(Path file) {
		try {
			return ClassFile.read(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
