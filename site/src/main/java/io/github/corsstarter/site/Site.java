package io.github.corsstarter.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes the Markdown files of the project as pages. Fails, and says where, when a link
 * or an anchor leads nowhere or a page of the documentation is not in the README's table.
 */
public final class Site {

	private static final List<String> ROOT_FILES = List.of("README.md", "CHANGELOG.md", "CONTRIBUTING.md",
			"SECURITY.md");

	private static final Path DOCUMENTATION = Path.of("docs");

	private static final Path IMAGES = DOCUMENTATION.resolve("images");

	private final Path root;

	private final String repositoryUrl;

	private final Map<Path, Page> pages = new LinkedHashMap<>();

	private final List<String> problems = new ArrayList<>();

	private Site(Path root, String repositoryUrl) throws IOException {
		this.root = root;
		this.repositoryUrl = repositoryUrl;
		for (String file : ROOT_FILES) {
			add(Path.of(file));
		}
		try (Stream<Path> files = Files.list(root.resolve(DOCUMENTATION))) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".md")).sorted().toList()) {
				add(root.relativize(file));
			}
		}
	}

	/**
	 * Write the site.
	 * @param args the directory of the project, the address of its repository, and the
	 * directory to write to
	 * @throws IOException if a file cannot be read or written
	 */
	public static void main(String[] args) throws IOException {
		new Site(Path.of(args[0]), args[1]).write(Path.of(args[2]));
	}

	private void add(Path source) throws IOException {
		this.pages.put(source, Page.parse(source, Files.readString(this.root.resolve(source))));
	}

	private void write(Path directory) throws IOException {
		Page home = page("README.md");
		Navigation navigation = Navigation.of(home, this.pages);
		navigation.missing(this.pages.values())
			.forEach((page) -> this.problems.add("README.md: its table of the documentation lacks " + page.source()));
		String template = resource("page.html");
		SearchIndex index = new SearchIndex();
		Map<String, String> files = new LinkedHashMap<>();
		for (Page page : this.pages.values()) {
			PageLinks links = new PageLinks(this.root, this.repositoryUrl, page, this.pages, this.problems::add);
			HtmlRenderer renderer = Page.renderer(links);
			files.put(page.file(),
					template.replace("{title}", Html.escape(page.title()))
						.replace("{navigation}", navigation.html(page))
						.replace("{content}", renderer.render(page.document())));
			index.add(page);
		}
		if (!this.problems.isEmpty()) {
			throw new IllegalStateException("The documentation is not whole:\n" + String.join("\n", this.problems));
		}
		Files.createDirectories(directory.resolve("images"));
		files.put("search-index.js", index.script());
		for (String asset : List.of("site.css", "search.js")) {
			files.put(asset, resource(asset));
		}
		for (Map.Entry<String, String> file : files.entrySet()) {
			Files.writeString(directory.resolve(file.getKey()), file.getValue());
		}
		try (Stream<Path> images = Files.list(this.root.resolve(IMAGES))) {
			for (Path image : images.toList()) {
				Files.write(directory.resolve("images").resolve(image.getFileName()), Files.readAllBytes(image));
			}
		}
	}

	private Page page(String source) {
		Page page = this.pages.get(Path.of(source));
		if (page == null) {
			throw new IllegalStateException("There is no " + source);
		}
		return page;
	}

	private static String resource(String name) {
		try (InputStream content = Site.class.getResourceAsStream(name)) {
			if (content == null) {
				throw new IllegalStateException("There is no " + name);
			}
			return new String(content.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
