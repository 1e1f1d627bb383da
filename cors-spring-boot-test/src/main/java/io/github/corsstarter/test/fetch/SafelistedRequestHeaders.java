package io.github.corsstarter.test.fetch;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The headers that a page may send to any server without asking first, and those that it
 * may not.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#cors-safelisted-request-header">Fetch
 * standard, CORS-safelisted request-header</a>
 */
final class SafelistedRequestHeaders {

	private static final int MAX_VALUE_LENGTH = 128;

	private static final int MAX_TOTAL_LENGTH = 1024;

	private static final String UNSAFE = "\"():<>?@[\\]{}\u007F";

	private static final Pattern LANGUAGES = Pattern.compile("[0-9A-Za-z *,.;=-]*");

	private static final Pattern RANGE = Pattern.compile("bytes=([0-9]+)-([0-9]*)");

	private static final Set<String> CONTENT_TYPES = Set.of("application/x-www-form-urlencoded", "multipart/form-data",
			"text/plain");

	private SafelistedRequestHeaders() {
	}

	/**
	 * Return the names of the headers that a server has to be asked about.
	 * @param headers the headers of a request
	 * @return the names in lower case, sorted
	 */
	static SortedSet<String> unsafeNames(HeaderList headers) {
		SortedSet<String> unsafe = new TreeSet<>();
		List<String> potentiallyUnsafe = new ArrayList<>();
		int total = 0;
		for (HeaderList.Header header : headers) {
			String name = HttpSyntax.lowerCase(header.name());
			if (contain(name, header.value())) {
				potentiallyUnsafe.add(name);
				total += header.value().length();
			}
			else {
				unsafe.add(name);
			}
		}
		if (total > MAX_TOTAL_LENGTH) {
			unsafe.addAll(potentiallyUnsafe);
		}
		return unsafe;
	}

	private static boolean contain(String name, String value) {
		return value.length() <= MAX_VALUE_LENGTH && switch (name) {
			case "accept" -> isSafe(value);
			case "accept-language", "content-language" -> LANGUAGES.matcher(value).matches();
			case "content-type" -> isSafe(value) && isSimple(value);
			case "range" -> isSingleRange(value);
			default -> false;
		};
	}

	private static boolean isSafe(String value) {
		return value.chars().noneMatch((c) -> (c < 0x20 && c != '\t') || UNSAFE.indexOf(c) >= 0);
	}

	private static boolean isSimple(String contentType) {
		String essence = MimeType.essence(contentType);
		return essence != null && CONTENT_TYPES.contains(essence);
	}

	private static boolean isSingleRange(String value) {
		Matcher matcher = RANGE.matcher(value);
		if (!matcher.matches()) {
			return false;
		}
		String start = String.valueOf(matcher.group(1));
		String end = String.valueOf(matcher.group(2));
		return end.isEmpty() || new BigInteger(start).compareTo(new BigInteger(end)) <= 0;
	}

}
