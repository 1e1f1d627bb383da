package io.github.corsstarter.site;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A Markdown file as a page.
 *
 * @param source the file, relative to the project's directory
 * @param document what is in it
 * @param anchors the headings, in order, with the anchor of each as GitHub names it
 */
record Page(Path source, Node document, Map<Heading, String> anchors) {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

	private static final Pattern NOT_IN_AN_ANCHOR = Pattern.compile("[^\\p{L}\\p{N}_\\- ]");

	/**
	 * Parse a file.
	 * @param source the file, relative to the project's directory
	 * @param markdown what is in it
	 * @return the page
	 */
	static Page parse(Path source, String markdown) {
		Node document = Parser.builder().extensions(EXTENSIONS).build().parse(markdown);
		Map<Heading, String> anchors = new LinkedHashMap<>();
		Map<String, Integer> seen = new LinkedHashMap<>();
		List<TableBlock> tables = new ArrayList<>();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Heading heading) {
				String anchor = NOT_IN_AN_ANCHOR.matcher(text(heading).toLowerCase(Locale.ROOT))
					.replaceAll("")
					.replace(' ', '-');
				int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
				anchors.put(heading, (earlier > 0) ? anchor + "-" + earlier : anchor);
			}

			@Override
			public void visit(CustomBlock block) {
				if (block instanceof TableBlock table) {
					tables.add(table);
				}
			}

		});
		tables.forEach(Page::letScroll);
		return new Page(source, document, anchors);
	}

	/** A table wider than a phone scrolls alone, also by keyboard. */
	private static void letScroll(TableBlock table) {
		HtmlBlock before = new HtmlBlock();
		before.setLiteral("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">");
		HtmlBlock after = new HtmlBlock();
		after.setLiteral("</div>");
		table.insertBefore(before);
		table.insertAfter(after);
	}

	/**
	 * Return the plain text of a part of a page.
	 * @param node the part
	 * @return the text
	 */
	static String text(Node node) {
		StringBuilder text = new StringBuilder();
		node.accept(new AbstractVisitor() {

			@Override
			public void visit(Text part) {
				text.append(part.getLiteral());
			}

			@Override
			public void visit(Code part) {
				text.append(part.getLiteral());
			}

			@Override
			public void visit(FencedCodeBlock part) {
				text.append(part.getLiteral());
			}

			@Override
			public void visit(SoftLineBreak part) {
				text.append(' ');
			}

			@Override
			protected void visitChildren(Node parent) {
				super.visitChildren(parent);
				if (parent instanceof Block || parent instanceof TableCell) {
					text.append(' ');
				}
			}

		});
		return text.toString().strip();
	}

	/**
	 * Return what writes pages as HTML.
	 * @param links resolves the links of the page
	 * @return the renderer
	 */
	static HtmlRenderer renderer(PageLinks links) {
		return HtmlRenderer.builder().extensions(EXTENSIONS).attributeProviderFactory((context) -> links).build();
	}

	/**
	 * Return the name of the page's file in the site.
	 * @return the name
	 */
	String file() {
		String name = this.source.getFileName().toString().replaceFirst("\\.md$", "").toLowerCase(Locale.ROOT);
		return "readme".equals(name) ? "index.html" : name + ".html";
	}

	/**
	 * Return the first heading.
	 * @return its text
	 */
	String title() {
		return this.anchors.keySet().stream().findFirst().map(Page::text).orElse(this.source.toString());
	}

}
