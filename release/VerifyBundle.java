import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads an unpacked bundle and prints what is wrong with its files, a line each: what is
 * missing or does not belong there, checksums, what Maven Central asks of POMs, and what
 * is in the jars and the bills of materials. Whether signatures are good is for
 * {@code release/verify} to ask.
 */
class VerifyBundle {

	/**
	 * What is published, and what its jar holds: the rest of a module follows from its
	 * packaging.
	 */
	private static final Map<String, List<String>> MODULES = new TreeMap<>(Map.of("cors-bom", List.of(), "cors-core",
			List.of("io/github/corsstarter/origin/owner/public-suffix-list.dat"), "cors-spring-boot-autoconfigure",
			List.of("META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports",
					"META-INF/spring-configuration-metadata.json", "META-INF/spring.factories"),
			"cors-spring-boot-starter", List.of(), "cors-spring-boot-test", List.of()));

	private static final String BOM = "cors-bom";

	private static final String STARTER = "cors-spring-boot-starter";

	private static final String GROUP = "io.github.corsstarter";

	private static final Map<String, String> CHECKSUMS = new TreeMap<>(Map.of("md5", "MD5", "sha1", "SHA-1"));

	private static final Pattern COMPONENT = Pattern.compile("\"purl\"\\s*:\\s*\"pkg:maven/([^/]+)/([^@]+)@([^?\"]+)");

	private final Path repository;

	private final String version;

	private final List<String> problems = new ArrayList<>();

	VerifyBundle(Path repository, String version) {
		this.repository = repository;
		this.version = version;
	}

	public static void main(String[] args) throws Exception {
		Path repository = Path.of(args[0]);
		Set<String> versions = versions(repository);
		if (versions.size() != 1) {
			System.out.println("The bundle has " + (versions.isEmpty() ? "no version" : "the versions " + versions)
					+ " of " + GROUP + ":" + BOM + ", but one is released at a time");
			System.exit(1);
		}
		VerifyBundle bundle = new VerifyBundle(repository, versions.iterator().next());
		bundle.verify();
		bundle.problems.forEach(System.out::println);
		System.exit(bundle.problems.isEmpty() ? 0 : 1);
	}

	private static Set<String> versions(Path repository) throws IOException {
		Path folder = repository.resolve(GROUP.replace('.', '/')).resolve(BOM);
		if (!Files.isDirectory(folder)) {
			return Set.of();
		}
		try (Stream<Path> versions = Files.list(folder)) {
			return versions.map((path) -> path.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private void verify() throws Exception {
		if (this.version.endsWith("-SNAPSHOT")) {
			this.problems.add(this.version + " is a snapshot");
		}
		verifyFileSet();
		for (String module : MODULES.keySet()) {
			if (Files.exists(file(module, ".pom"))) {
				verifyPom(module);
			}
			if (!module.equals(BOM)) {
				verifyJars(module);
			}
		}
	}

	private Path file(String module, String suffix) {
		return this.repository.resolve(GROUP.replace('.', '/'))
			.resolve(module)
			.resolve(this.version)
			.resolve(module + "-" + this.version + suffix);
	}

	private void problem(Path file, String problem) {
		this.problems.add(file.getFileName() + ": " + problem);
	}

	private void verifyFileSet() throws Exception {
		Set<Path> expected = new TreeSet<>();
		for (String module : MODULES.keySet()) {
			for (String suffix : module.equals(BOM) ? List.of(".pom", "-cyclonedx.json")
					: List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
				Path file = file(module, suffix);
				expected.add(file);
				expected.add(beside(file, "asc"));
				for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
					Path written = beside(file, checksum.getKey());
					expected.add(written);
					if (Files.exists(file) && Files.exists(written)
							&& !Files.readString(written).strip().equals(digest(file, checksum.getValue()))) {
						problem(file, "does not have the checksum that " + written.getFileName() + " says");
					}
				}
			}
		}
		try (Stream<Path> walked = Files.walk(this.repository)) {
			Set<Path> found = walked.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
			expected.stream().filter((file) -> !found.contains(file)).forEach((file) -> problem(file, "is missing"));
			found.stream()
				.filter((file) -> !expected.contains(file))
				.forEach((file) -> problem(file, "does not belong in the bundle"));
		}
	}

	private static Path beside(Path file, String extension) {
		return file.resolveSibling(file.getFileName() + "." + extension);
	}

	private static String digest(Path file, String algorithm) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
	}

	/**
	 * Hold a POM to the requirements of Maven Central, and to what was meant to be
	 * published.
	 * @see <a href="https://central.sonatype.org/publish/requirements/">Requirements</a>
	 */
	private void verifyPom(String module) throws Exception {
		Path file = file(module, ".pom");
		Element project = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(file.toFile())
			.getDocumentElement();
		expect(file, project, "groupId", GROUP::equals);
		expect(file, project, "artifactId", module::equals);
		expect(file, project, "version", this.version::equals);
		for (String required : List.of("name", "description", "url", "licenses/license/name", "licenses/license/url",
				"developers/developer/name", "scm/connection", "scm/developerConnection", "scm/url")) {
			expect(file, project, required, (text) -> !text.isBlank());
		}
		expect(file, project, "scm/tag", (tag) -> tag.matches("[0-9a-f]{40}"));
		for (String unwanted : List.of("parent", "modules", "repositories", "pluginRepositories", "profiles",
				"build")) {
			if (!children(project, unwanted).isEmpty()) {
				problem(file, "has <" + unwanted + ">, which a published POM does without");
			}
		}
		String text = Files.readString(file);
		if (text.contains("-SNAPSHOT")) {
			problem(file, "names a snapshot");
		}
		if (text.contains("${")) {
			problem(file, "has an expression that nothing resolves");
		}
		verifyDependencies(file, dependencies(project));
		if (module.equals(BOM)) {
			verifyBillOfMaterials(file, project);
		}
		else {
			verifyComponents(module, dependencies(project));
		}
	}

	private void expect(Path file, Element project, String path, Predicate<String> valid) {
		List<Element> found = children(project, path);
		if (found.isEmpty()) {
			problem(file, "has no <" + path.replace("/", "><") + ">");
		}
		else if (!valid.test(found.get(0).getTextContent().strip())) {
			problem(file, "<" + path.replace("/", "><") + "> is '" + found.get(0).getTextContent().strip() + "'");
		}
	}

	private static List<Element> children(Element parent, String path) {
		List<Element> level = List.of(parent);
		for (String name : path.split("/")) {
			List<Element> next = new ArrayList<>();
			for (Element element : level) {
				for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
					if (child instanceof Element found && found.getTagName().equals(name)) {
						next.add(found);
					}
				}
			}
			level = next;
		}
		return level;
	}

	private static List<Element> dependencies(Element project) {
		return children(project, "dependencies/dependency");
	}

	private static String text(Element element, String child) {
		return children(element, child).stream().map((found) -> found.getTextContent().strip()).findFirst().orElse("");
	}

	private void verifyDependencies(Path file, List<Element> dependencies) {
		for (Element dependency : dependencies) {
			String artifact = text(dependency, "artifactId");
			if (text(dependency, "version").isEmpty()) {
				problem(file, "depends on " + artifact + " without a version");
			}
			if (text(dependency, "scope").equals("test")) {
				problem(file, "depends on " + artifact + " for its tests, which are not published");
			}
			if (text(dependency, "groupId").equals(GROUP)
					&& !(MODULES.containsKey(artifact) && text(dependency, "version").equals(this.version))) {
				problem(file,
						"depends on " + artifact + " " + text(dependency, "version") + ", which is not in the bundle");
			}
		}
	}

	private void verifyBillOfMaterials(Path file, Element project) {
		Set<String> managed = new TreeSet<>();
		for (Element dependency : children(project, "dependencyManagement/dependencies/dependency")) {
			managed.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId") + ":"
					+ text(dependency, "version"));
		}
		Set<String> published = MODULES.keySet()
			.stream()
			.filter((module) -> !module.equals(BOM))
			.map((module) -> GROUP + ":" + module + ":" + this.version)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!managed.equals(published)) {
			problem(file, "manages " + managed + ", but published are " + published);
		}
	}

	private void verifyComponents(String module, List<Element> dependencies) throws IOException {
		Path file = file(module, "-cyclonedx.json");
		if (!Files.exists(file)) {
			return;
		}
		Set<String> components = new TreeSet<>();
		Matcher matcher = COMPONENT.matcher(Files.readString(file));
		while (matcher.find()) {
			components.add(matcher.group(1) + ":" + matcher.group(2) + ":" + matcher.group(3));
		}
		Stream<String> named = dependencies.stream()
			.map((dependency) -> text(dependency, "groupId") + ":" + text(dependency, "artifactId") + ":"
					+ text(dependency, "version"));
		Stream.concat(Stream.of(GROUP + ":" + module + ":" + this.version), named)
			.filter((component) -> !components.contains(component))
			.forEach((component) -> problem(file, "lacks the component " + component));
		components.stream()
			.filter((component) -> component.endsWith("-SNAPSHOT"))
			.forEach((component) -> problem(file, "has the snapshot " + component));
	}

	private void verifyJars(String module) throws IOException {
		Path classes = file(module, ".jar");
		Path sources = file(module, "-sources.jar");
		Path documentation = file(module, "-javadoc.jar");
		if (Files.exists(classes)) {
			verifyJar(module, classes);
		}
		if (module.equals(STARTER)) {
			return;
		}
		if (Files.exists(classes) && Files.exists(sources)) {
			verifySources(classes, sources);
		}
		if (Files.exists(documentation) && !entries(documentation).contains("index.html")) {
			problem(documentation, "has no index.html");
		}
	}

	private void verifyJar(String module, Path file) throws IOException {
		Set<String> entries = entries(file);
		Stream.concat(Stream.of("META-INF/LICENSE", "META-INF/NOTICE"), MODULES.get(module).stream())
			.filter((entry) -> !entries.contains(entry))
			.forEach((entry) -> problem(file, "has no " + entry));
		try (JarFile jar = new JarFile(file.toFile())) {
			String name = jar.getManifest().getMainAttributes().getValue("Automatic-Module-Name");
			if (name == null || !name.startsWith(GROUP + ".")) {
				problem(file,
						"has " + ((name != null) ? "the Automatic-Module-Name " + name : "no Automatic-Module-Name"));
			}
			for (String entry : entries) {
				if (entry.endsWith(".imports")) {
					verifyImports(file, entries, read(jar, entry));
				}
				else if (entry.endsWith("/spring-configuration-metadata.json")
						&& !read(jar, entry).contains("\"cors.allowed-origins\"")) {
					problem(file, entry + " does not describe cors.allowed-origins");
				}
			}
		}
	}

	private void verifyImports(Path file, Set<String> entries, String imports) {
		List<String> names = imports.lines().filter((line) -> !line.isBlank() && !line.startsWith("#")).toList();
		if (names.isEmpty()) {
			problem(file, "imports no auto-configuration");
		}
		names.stream()
			.filter((name) -> !entries.contains(name.replace('.', '/') + ".class"))
			.forEach((name) -> problem(file, "imports " + name + ", which it does not have"));
	}

	private void verifySources(Path classes, Path sources) throws IOException {
		Set<String> compiled = types(classes, ".class");
		Set<String> written = types(sources, ".java");
		compiled.stream()
			.filter((type) -> !written.contains(type))
			.forEach((type) -> problem(sources, "lacks " + type));
		written.stream()
			.filter((type) -> !compiled.contains(type) && !type.endsWith("package-info"))
			.forEach((type) -> problem(classes, "lacks " + type + ", which is among its sources"));
	}

	private static Set<String> types(Path jar, String extension) throws IOException {
		return entries(jar).stream()
			.filter((entry) -> entry.endsWith(extension) && !entry.contains("$"))
			.map((entry) -> entry.substring(0, entry.length() - extension.length()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Set<String> entries(Path file) throws IOException {
		try (JarFile jar = new JarFile(file.toFile())) {
			return jar.stream().map((entry) -> entry.getName()).collect(Collectors.toCollection(TreeSet::new));
		}
	}

	private static String read(JarFile jar, String entry) throws IOException {
		try (InputStream content = jar.getInputStream(jar.getEntry(entry))) {
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
