package io.github.corsstarter.site;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.AttributeProvider;

/**
 * Leads the links of one page to other pages of the site, or to the repository's files,
 * and gives headings their anchors.
 */
final class PageLinks implements AttributeProvider {

	private final Path root;

	private final String repositoryUrl;

	private final Page page;

	private final Map<Path, Page> pages;

	private final Consumer<String> problems;

	/**
	 * Create the links of a page.
	 * @param root the directory of the project
	 * @param repositoryUrl the address of its repository
	 * @param page the page
	 * @param pages the pages of the site by their sources
	 * @param problems takes what leads nowhere
	 */
	PageLinks(Path root, String repositoryUrl, Page page, Map<Path, Page> pages, Consumer<String> problems) {
		this.root = root;
		this.repositoryUrl = repositoryUrl;
		this.page = page;
		this.pages = pages;
		this.problems = problems;
	}

	@Override
	public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
		if (node instanceof Heading heading) {
			attributes.put("id", this.page.anchors().getOrDefault(heading, ""));
		}
		else if (node instanceof Link link) {
			attributes.put("href", resolve(link.getDestination()));
		}
		else if (node instanceof Image image) {
			attributes.put("src", resolve(image.getDestination()));
		}
		else if ("pre".equals(tagName)) {
			attributes.put("tabindex", "0");
		}
	}

	private String resolve(String destination) {
		if (destination.contains(":")) {
			return destination;
		}
		int hash = destination.indexOf('#');
		String path = (hash < 0) ? destination : destination.substring(0, hash);
		String anchor = (hash < 0) ? "" : destination.substring(hash + 1);
		Path file = path.isEmpty() ? this.page.source() : this.page.source().resolveSibling(path).normalize();
		Page target = this.pages.get(file);
		if (target != null) {
			if (!anchor.isEmpty() && !target.anchors().containsValue(anchor)) {
				this.problems.accept(this.page.source() + ": " + file + " has no heading #" + anchor);
			}
			return target.file() + (anchor.isEmpty() ? "" : "#" + anchor);
		}
		Path found = this.root.resolve(file);
		if (!Files.exists(found)) {
			this.problems.accept(this.page.source() + ": there is no " + file);
		}
		if (file.startsWith(Path.of("docs", "images"))) {
			return "images/" + file.getFileName();
		}
		return this.repositoryUrl + (Files.isDirectory(found) ? "/tree/main/" : "/blob/main/") + file;
	}

}
