package io.github.corsstarter.test.chromium;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The cells: each part of the standard by itself, then all of it at random.
 */
final class Cells {

	private static final String ORIGIN = "Access-Control-Allow-Origin";

	private static final String CREDENTIALS = "Access-Control-Allow-Credentials";

	private static final String METHODS = "Access-Control-Allow-Methods";

	private static final String HEADERS = "Access-Control-Allow-Headers";

	private static final String EXPOSED = "Access-Control-Expose-Headers";

	private static final List<String[]> ORIGINS = values(new String[0], "*", "PAGE", "https://other.example.com",
			"PAGE/", "null", "NULL", "PAGE, *", "*, *", "PAGE PAGE", "nonsense", "*.example.com",
			"https://*.example.com", "", "127.0.0.1", "localhost:3000", "http://", "http:///x", "http://a:99999",
			"HTTP://127.0.0.1", "http:a", "http://a<b", "http://256.256.256.256", "http://[::1]", "http://[x]",
			"foo://x", "//x", "http://1.2.3", new String[] { "PAGE", "PAGE" }, new String[] { "*", "PAGE" },
			"http://a%20b", "http://a_b", "file:///x", "http://a:x", "-http://a", "https//x");

	private static final List<String[]> TRUTHS = values(new String[0], "true", "True", "false", "1", "",
			new String[] { "true", "true" });

	private static final List<String> METHOD_NAMES = List.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "put", "DELETE",
			"PATCH", "patch", "CHICKEN", "chicken");

	private static final List<String[]> METHOD_LISTS = values(new String[0], "*", "PUT, DELETE", "put", "PUT,,PATCH",
			", ,", "", "PUT;DELETE", "PUT DELETE", new String[] { "GET", "PATCH" }, "*, CHICKEN", "PATCH,", "'PUT'",
			"\"PUT\"", "\"PUT, PATCH\"");

	private static final List<String[]> HEADER_LISTS = values(new String[0], "*", "X-A", "x-a,x-b", "authorization",
			"*, Authorization", "X-A X-B", "", "X-A,,X-B,", new String[] { "X-A", "X-B" }, "content-type", "X-A;X-B",
			"authorization,x-a,x-b,content-type");

	private static final List<String[]> EXPOSED_LISTS = values(new String[0], "*", "X-One", "x-one, X-TWO",
			"X-One,,X-Two", ",X-One", "X-One,", "X-One, ", "X One, X-Two", "Set-Cookie, X-One", "*, X-One", "",
			new String[] { "X-One", "X-Two" }, "X-One;X-Two", "X-Absent", "\"X-One\", X-Two", "X-One,,", " , ");

	private static final List<String> CONTENT_TYPES = List.of("text/plain", "text/plain;charset=UTF-8", "TEXT/PLAIN",
			"text/plain; charset=\"utf-8\"", "application/json", "multipart/form-data; boundary=x",
			"application/x-www-form-urlencoded", "application/x-www-form-urlencoded ;x", "text/html", "text", "text/",
			"/plain", "", "text/plain, text/html", "text/plain,application/json", "text/plain;application/json",
			"application/xml", "text/plain;" + "x".repeat(117), "text/plain;" + "x".repeat(118), "text/plain;\tx",
			"text/plain\u00E9", "text/plain;\u00E9", "text/plain;a=[b]", "text/plain;a:b", "te\u00E9xt/plain");

	private static final List<List<String>> SETTABLE = List.of(List.of("Accept", "text/html"),
			List.of("Accept", "text/html; q=\"1\""), List.of("Accept", "a".repeat(128)),
			List.of("Accept", "a".repeat(129)), List.of("Accept", "\u00E9"), List.of("Accept", "a(b)"),
			List.of("Accept", "a@b"), List.of("Accept", "a\tb"), List.of("Accept-Language", "de-DE, de;q=0.5"),
			List.of("Accept-Language", "de_DE"), List.of("Accept-Language", "*"), List.of("Accept-Language", "\"de\""),
			List.of("Accept-Language", "d".repeat(129)), List.of("Content-Language", "en.x"),
			List.of("Content-Language", "en/x"), List.of("Range", "bytes=0-5"), List.of("Range", "bytes=5-"),
			List.of("Range", "bytes=-5"), List.of("Range", "bytes=0-5,7-9"), List.of("Range", "bytes=5-2"),
			List.of("Range", "bytes = 0-5"), List.of("Range", "items=0-5"), List.of("Range", "bytes=00005-5"),
			List.of("Range", "bytes=" + "9".repeat(18) + "-"), List.of("X-A", "1"), List.of("x-b", "2"),
			List.of("X-B", ""), List.of("Authorization", "Bearer x"), List.of("Cookie", "a=b"), List.of("Sec-X", "1"),
			List.of("Proxy-X", "1"), List.of("Host", "evil"), List.of("Origin", "http://evil"),
			List.of("X-HTTP-Method-Override", "PUT, trace"), List.of("X-HTTP-Method", "CONNECT"),
			List.of("X-Method-Override", "TRACK"), List.of("X-HTTP-Method-Override", "PUT"), List.of("DNT", "1"),
			List.of("Date", "x"), List.of("Referer", "x"), List.of("Set-Cookie", "x"), List.of("TE", "x"),
			List.of("Via", "x"), List.of("Access-Control-Request-Method", "PUT"), List.of("Accept-Charset", "x"),
			List.of("If-None-Match", "x"), List.of("Cache-Control", "no-cache"), List.of("Pragma", "no-cache"),
			List.of("X-Requested-With", "XMLHttpRequest"), List.of("Last-Event-ID", "1"));

	private static final List<Integer> STATUSES = List.of(200, 201, 204, 206, 299, 300, 301, 302, 304, 400, 401, 403,
			404, 405, 500, 503);

	private final List<Cell> cells = new ArrayList<>();

	private Cells() {
	}

	static List<Cell> all(long seed, int random) {
		Cells all = new Cells();
		for (boolean credentials : new boolean[] { false, true }) {
			all.addAccess(credentials);
			all.addPreflights(credentials);
			all.addExposed(credentials);
			all.addRedirects(credentials);
		}
		all.addRequests();
		Random numbers = new Random(seed);
		for (int i = 0; i < random; i++) {
			all.cells.add(random(numbers));
		}
		return all.cells.stream().filter((cell) -> !isLenient(cell)).toList();
	}

	/**
	 * Where the standard blocks and Chromium does not: {@code *} for
	 * {@code Authorization}.
	 */
	static List<Cell> lenient() {
		Answer everyHeader = Answer.ALLOWED.replace(HEADERS, "*");
		return List.of(Cell.of("GET").header("Authorization", "Basic eDp5").preflight(everyHeader),
				Cell.of("PUT").header("X-A", "1").header("Authorization", "Basic eDp5").preflight(everyHeader));
	}

	private static boolean isLenient(Cell cell) {
		return !cell.credentials()
				&& cell.headers().stream().anyMatch((header) -> header.get(0).equals("Authorization"))
				&& cell.preflight().values(HEADERS).contains("*");
	}

	/**
	 * Where the standard asks and Chromium does not: client hints, and a header of its
	 * own.
	 */
	static List<Cell> unasked() {
		return Stream
			.of("DPR: 1", "Viewport-Width: 100", "Width: 100", "Device-Memory: 1", "Downlink: 1", "RTT: 100", "ECT: 4g",
					"Save-Data: on", "User-Agent: x")
			.map((line) -> line.split(": "))
			.map((header) -> Cell.of("GET").header(header[0], header[1]))
			.toList();
	}

	private void addAccess(boolean credentials) {
		for (String[] origin : ORIGINS) {
			UnaryOperator<Answer> answer = (base) -> base.replace(ORIGIN, origin);
			add(Cell.of("GET").actual(answer.apply(Answer.READABLE)), credentials);
			add(Cell.of("PUT").preflight(answer.apply(Answer.ALLOWED)), credentials);
		}
		for (String[] truth : TRUTHS) {
			UnaryOperator<Answer> answer = (base) -> base.replace(CREDENTIALS, truth);
			add(Cell.of("GET").actual(answer.apply(Answer.READABLE)), credentials);
			add(Cell.of("PUT").preflight(answer.apply(Answer.ALLOWED)), credentials);
			add(Cell.of("GET").actual(answer.apply(Answer.READABLE).replace(ORIGIN, "*")), credentials);
		}
		for (int status : STATUSES) {
			add(Cell.of("GET").actual(Answer.READABLE.status(status)), credentials);
			add(Cell.of("DELETE").preflight(Answer.ALLOWED.status(status)), credentials);
			add(Cell.of("DELETE").preflight(Answer.EMPTY.status(status)), credentials);
		}
		add(Cell.of("PUT").actual(Answer.EMPTY), credentials);
		add(Cell.of("PUT").actual(Answer.EMPTY.status(500)), credentials);
	}

	private void addPreflights(boolean credentials) {
		for (String method : METHOD_NAMES) {
			add(Cell.of(method), credentials);
			add(Cell.of(method).preflight(Answer.ALLOWED.replace(METHODS, "*")), credentials);
			add(Cell.of(method).header("X-A", "1").preflight(Answer.ALLOWED.without(METHODS)), credentials);
		}
		for (String[] list : METHOD_LISTS) {
			add(Cell.of("PUT").preflight(Answer.ALLOWED.replace(METHODS, list)), credentials);
			add(Cell.of("PATCH").preflight(Answer.ALLOWED.replace(METHODS, list)), credentials);
		}
		for (String[] list : HEADER_LISTS) {
			Cell cell = Cell.of("GET").preflight(Answer.ALLOWED.replace(HEADERS, list));
			add(cell.header("X-A", "1"), credentials);
			add(cell.header("x-b", "1").header("X-A", "2"), credentials);
			add(cell.header("Authorization", "Basic eDp5"), credentials);
			add(cell.header("X-A", "1").header("Authorization", "Basic eDp5"), credentials);
		}
		add(Cell.of("PUT").preflight(Answer.ALLOWED.replace(METHODS, "(").replace(HEADERS, "(")), credentials);
		add(Cell.of("PUT").header("X-C", "1").preflight(Answer.ALLOWED.replace(METHODS, "GET")), credentials);
	}

	private void addExposed(boolean credentials) {
		for (String[] list : EXPOSED_LISTS) {
			add(Cell.of("GET")
				.actual(Answer.READABLE.replace(EXPOSED, list)
					.with("X-One", "1")
					.with("X-Two", "2")
					.with("X-Two", "3")
					.with("Set-Cookie", "a=b")
					.with("Pragma", "x")
					.with("Expires", "0")
					.with("Cache-Control", "no-store")
					.with("Last-Modified", "x")
					.with("Content-Language", "en")
					.with("Content-Type", "text/plain")
					.with("ETag", "x")), credentials);
		}
	}

	private void addRequests() {
		for (String contentType : CONTENT_TYPES) {
			add(Cell.of("POST").header("Content-Type", contentType).body("x"), false);
			add(Cell.of("POST")
				.header("Content-Type", contentType)
				.body("x")
				.preflight(Answer.ALLOWED.replace(HEADERS, "*")), true);
		}
		for (List<String> header : SETTABLE) {
			add(Cell.of("GET").header(header.get(0), header.get(1)), false);
			add(Cell.of("PUT").header(header.get(0), header.get(1)).preflight(Answer.ALLOWED.replace(HEADERS, "*")),
					false);
		}
		add(Cell.of("GET").header("X-A", "1").header("x-a", "2"), false);
		add(Cell.of("GET").header("Accept", "a").header("accept", "b"), false);
		add(Cell.of("GET").header("Accept", "a".repeat(70)).header("accept", "b".repeat(70)), false);
		add(Cell.of("GET").header("Range", "bytes=0-1").header("Range", "bytes=2-3"), false);
		add(Cell.of("POST").header("Content-Type", "text/plain").header("Content-Type", "text/plain").body("x"), false);
		Cell many = Cell.of("GET");
		for (int i = 0; i < 9; i++) {
			many = many.header("Accept-Language", "a".repeat(127));
		}
		add(many, false);
	}

	private void addRedirects(boolean credentials) {
		for (int status : new int[] { 301, 302, 303, 307, 308 }) {
			for (String to : new String[] { "HERE/1", "THERE/1" }) {
				Answer redirect = Answer.READABLE.status(status).with("Location", to);
				add(Cell.of("GET").actual(redirect), credentials);
				add(Cell.of("GET").actual(redirect).redirected(Answer.EMPTY), credentials);
				add(Cell.of("POST").header("Content-Type", "text/plain").body("x").actual(redirect), credentials);
				add(Cell.of("PUT").body("x").header("Content-Language", "en").actual(redirect), credentials);
				add(Cell.of("HEAD").header("X-A", "1").header("Authorization", "Basic eDp5").actual(redirect),
						credentials);
				add(Cell.of("PUT").actual(redirect).preflight(Answer.ALLOWED.replace(ORIGIN, "null")), credentials);
			}
		}
		for (String location : new String[] { "RELATIVE/1", "./RELATIVE/2/../1", "PATH/1", "//127.0.0.1:PORTPATH/1",
				"?x", "", "http://user:pass@127.0.0.1:PORT/x", "http://user@localhost:PORT/x", "ftp://example.com/",
				"mailto:x", "data:text/plain,x", "file:///x", "about:blank", "javascript:1", "blob:x", "chrome://x",
				"HERE/1#a", "http://", "HERE/a b", "HERE/1?a=<b>", "/\\127.0.0.1:PORTPATH/1",
				"\\\\localhost:PORTPATH\\1", "///localhost:PORTPATH/1", "http:\\localhost:PORTPATH/1", "http:PATH/1",
				"http:RELATIVE/1", "https:///" }) {
			Answer redirect = Answer.READABLE.status(302).with("Location", location);
			add(Cell.of("GET").actual(redirect), credentials);
		}
		add(Cell.of("GET").actual(Answer.EMPTY.status(302).with("Location", "HERE/1")), credentials);
		add(Cell.of("DELETE").preflight(Answer.ALLOWED.status(307).with("Location", "HERE/1")), credentials);
		add(Cell.of("DELETE").preflight(Answer.EMPTY.status(302).with("Location", "THERE/1")), credentials);
		Answer loop = Answer.READABLE.status(302).with("Location", "HERE/1");
		add(Cell.of("GET").actual(loop).redirected(loop), credentials);
		for (String[] origin : List.of(new String[] { "null" }, new String[] { "*" }, new String[] { "PAGE" })) {
			Answer there = Answer.READABLE.status(302).with("Location", "THERE/1");
			add(Cell.of("GET").actual(there).redirected(Answer.READABLE.replace(ORIGIN, origin)), credentials);
			add(Cell.of("PATCH")
				.actual(there.status(307))
				.preflight(Answer.ALLOWED.replace(ORIGIN, origin))
				.redirected(Answer.READABLE.replace(ORIGIN, origin)), credentials);
		}
	}

	private static Cell random(Random random) {
		Cell cell = Cell.of(pick(random, METHOD_NAMES)).credentials(random.nextBoolean());
		for (int i = random.nextInt(3); i > 0; i--) {
			List<String> header = pick(random, SETTABLE);
			cell = cell.header(header.get(0), header.get(1));
		}
		if (!List.of("GET", "HEAD").contains(cell.method()) && random.nextBoolean()) {
			cell = cell.header("Content-Type", pick(random, CONTENT_TYPES)).body("x");
		}
		Answer preflight = mostly(random, ORIGIN, ORIGINS, mostly(random, CREDENTIALS, TRUTHS, Answer.ALLOWED));
		preflight = mostly(random, METHODS, METHOD_LISTS, mostly(random, HEADERS, HEADER_LISTS, preflight));
		Answer actual = mostly(random, ORIGIN, ORIGINS, mostly(random, CREDENTIALS, TRUTHS, Answer.READABLE))
			.replace(EXPOSED, pick(random, EXPOSED_LISTS))
			.with("X-One", "1")
			.with("X-Two", "2");
		return cell.preflight((random.nextInt(8) == 0) ? preflight.status(pick(random, STATUSES)) : preflight)
			.actual((random.nextInt(8) == 0) ? actual.status(pick(random, STATUSES)) : actual);
	}

	private static Answer mostly(Random random, String name, List<String[]> values, Answer answer) {
		return (random.nextInt(3) == 0) ? answer.replace(name, pick(random, values)) : answer;
	}

	private static <T> T pick(Random random, List<T> list) {
		return list.get(random.nextInt(list.size()));
	}

	private void add(Cell cell, boolean credentials) {
		this.cells.add(cell.credentials(credentials));
	}

	private static List<String[]> values(Object... values) {
		List<String[]> list = new ArrayList<>();
		for (Object value : values) {
			list.add((value instanceof String[] lines) ? lines : new String[] { (String) value });
		}
		return List.copyOf(list);
	}

}
