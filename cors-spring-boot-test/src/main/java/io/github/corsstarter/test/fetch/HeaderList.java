package io.github.corsstarter.test.fetch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The headers of a request or a response, line by line, in their order. Names are
 * compared ignoring case.
 */
public final class HeaderList implements Iterable<HeaderList.Header> {

	/** No headers. */
	public static final HeaderList EMPTY = new HeaderList(List.of());

	private final List<Header> headers;

	private HeaderList(List<Header> headers) {
		this.headers = List.copyOf(headers);
	}

	/**
	 * Return the lines of a map.
	 * @param lines the values of each header by its name
	 * @return the headers in the map's order
	 */
	public static HeaderList of(Map<String, ? extends List<String>> lines) {
		List<Header> headers = new ArrayList<>();
		lines.forEach((name, values) -> values
			.forEach((value) -> headers.add(new Header(name, HttpSyntax.normalize(value)))));
		return new HeaderList(headers);
	}

	/**
	 * Return a list with one more line at its end.
	 * @param name the header's name
	 * @param value its value
	 * @return the longer list
	 */
	public HeaderList with(String name, String value) {
		List<Header> longer = new ArrayList<>(this.headers);
		longer.add(new Header(name, HttpSyntax.normalize(value)));
		return new HeaderList(longer);
	}

	HeaderList with(HeaderList others) {
		List<Header> longer = new ArrayList<>(this.headers);
		longer.addAll(others.headers);
		return new HeaderList(longer);
	}

	HeaderList filter(Predicate<Header> kept) {
		return new HeaderList(this.headers.stream().filter(kept).toList());
	}

	/**
	 * Return the list with one line for each name, as browsers send them: values of one
	 * name are joined.
	 * @return the combined list
	 */
	HeaderList combined() {
		List<Header> combined = new ArrayList<>();
		for (Header header : this.headers) {
			if (combined.stream().noneMatch((earlier) -> earlier.hasName(header.name()))) {
				combined.add(new Header(header.name(), String.join(", ", values(header.name()))));
			}
		}
		return new HeaderList(combined);
	}

	/**
	 * Return the value of each line with a name.
	 * @param name the header's name
	 * @return the values, none if there is no such header
	 */
	public List<String> values(String name) {
		return this.headers.stream().filter((header) -> header.hasName(name)).map(Header::value).toList();
	}

	/**
	 * Return the values of a header as one, joined by a comma.
	 * @param name the header's name
	 * @return the combined value, or {@code null} if there is no such header
	 */
	public @Nullable String get(String name) {
		return contains(name) ? String.join(", ", values(name)) : null;
	}

	/**
	 * Return whether there is a header of that name.
	 * @param name the header's name
	 * @return whether it is there
	 */
	public boolean contains(String name) {
		return this.headers.stream().anyMatch((header) -> header.hasName(name));
	}

	/**
	 * Return the names in lower case.
	 * @return the sorted names
	 */
	public SortedSet<String> names() {
		return this.headers.stream()
			.map((header) -> HttpSyntax.lowerCase(header.name()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	@Override
	public Iterator<Header> iterator() {
		return this.headers.iterator();
	}

	@Override
	public String toString() {
		return this.headers.stream().map(Header::toString).collect(Collectors.joining("\n"));
	}

	/**
	 * One line.
	 *
	 * @param name the name as it is sent
	 * @param value the value without white space around it
	 */
	public record Header(String name, String value) {

		boolean hasName(String other) {
			return this.name.equalsIgnoreCase(other);
		}

		@Override
		public String toString() {
			return this.name + ": " + this.value;
		}

	}

}
