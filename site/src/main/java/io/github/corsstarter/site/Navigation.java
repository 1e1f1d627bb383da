package io.github.corsstarter.site;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;

/**
 * What leads from page to page: the README, the table of the documentation in it, and the
 * files beside it.
 */
final class Navigation {

	private final Map<Page, String> titles = new LinkedHashMap<>();

	private Navigation() {
	}

	/**
	 * Read the navigation out of the README.
	 * @param home the README
	 * @param pages the pages of the site by their sources
	 * @return the navigation
	 */
	static Navigation of(Page home, Map<Path, Page> pages) {
		Navigation navigation = new Navigation();
		navigation.titles.put(home, "Home");
		home.document().accept(new AbstractVisitor() {

			@Override
			public void visit(Link link) {
				Page page = pages.get(Path.of(link.getDestination()));
				if (page != null && link.getParent() instanceof TableCell) {
					navigation.titles.putIfAbsent(page, Page.text(link));
				}
			}

		});
		for (Map.Entry<String, String> file : List.of(Map.entry("CHANGELOG.md", "Changes"),
				Map.entry("CONTRIBUTING.md", "Contributing"), Map.entry("SECURITY.md", "Security"))) {
			Page page = pages.get(Path.of(file.getKey()));
			if (page != null) {
				navigation.titles.put(page, file.getValue());
			}
		}
		return navigation;
	}

	/**
	 * Return the pages that the navigation does not lead to.
	 * @param pages the pages of the site
	 * @return the pages among them that are missing
	 */
	List<Page> missing(Collection<Page> pages) {
		return pages.stream().filter((page) -> !this.titles.containsKey(page)).toList();
	}

	/**
	 * Return the list of pages, with the sections of the one that is open.
	 * @param open the page that is open
	 * @return the list as HTML
	 */
	String html(Page open) {
		StringBuilder html = new StringBuilder("<ul>");
		this.titles.forEach((page, title) -> {
			html.append("\n<li><a href=\"").append(page.file()).append('"');
			html.append((page == open) ? " aria-current=\"page\">" : ">").append(Html.escape(title)).append("</a>");
			if (page == open) {
				html.append(sections(page));
			}
			html.append("</li>");
		});
		return html.append("\n</ul>").toString();
	}

	private static String sections(Page page) {
		StringBuilder html = new StringBuilder();
		page.anchors().forEach((heading, anchor) -> {
			if (heading.getLevel() == 2) {
				html.append("\n<li><a href=\"#").append(anchor).append("\">").append(Html.escape(Page.text(heading)));
				html.append("</a></li>");
			}
		});
		return html.isEmpty() ? "" : "\n<ul>" + html + "\n</ul>";
	}

}
