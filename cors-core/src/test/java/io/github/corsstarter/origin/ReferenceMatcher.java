package io.github.corsstarter.origin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A second opinion on origins and patterns, written with {@link java.util.regex} and as
 * plainly as can be.
 */
public final class ReferenceMatcher {

	private static final Pattern ORIGIN = Pattern
		.compile("([a-z][a-z0-9+.-]*)://(\\[[0-9a-f:]+]|[^:\\[\\]]+)(?::([1-9][0-9]*))?");

	private static final Pattern WEB_HOST = Pattern.compile("[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

	private static final Pattern OTHER_HOST = Pattern.compile("\\.|[A-Za-z0-9_-]{1,63}(\\.[A-Za-z0-9_-]{1,63})*");

	private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9a-fA-F]*)");

	private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

	private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

	private ReferenceMatcher() {
	}

	static boolean isWellFormed(String value) {
		if (value.equals("null")) {
			return true;
		}
		Matcher matcher = ORIGIN.matcher(value);
		if (!matcher.matches() || value.length() > 512) {
			return false;
		}
		int defaultPort = defaultPort(matcher.group(1));
		String port = matcher.group(3);
		if (port != null
				&& (port.length() > 5 || Integer.parseInt(port) > 65535 || Integer.parseInt(port) == defaultPort)) {
			return false;
		}
		String host = matcher.group(2);
		if (host.startsWith("[")) {
			return isCanonicalIpv6(host.substring(1, host.length() - 1));
		}
		boolean web = defaultPort > 0;
		boolean number = ENDS_IN_NUMBER.matcher(host).matches();
		return host.length() <= 253 && (web ? WEB_HOST : OTHER_HOST).matcher(host).matches()
				&& (!web || !number || IPV4.matcher(host).matches());
	}

	public static boolean matches(String pattern, String value) {
		if (!isWellFormed(value) || value.equals("null")) {
			return false;
		}
		Matcher origin = ORIGIN.matcher(value);
		Matcher parts = Pattern.compile("([^:]+)://(\\[.*?]|[^:]+)(?::(.+))?").matcher(pattern);
		if (!origin.matches() || !parts.matches() || !origin.group(1).equals(parts.group(1))) {
			return false;
		}
		int defaultPort = defaultPort(parts.group(1));
		int port = (origin.group(3) != null) ? Integer.parseInt(origin.group(3)) : defaultPort;
		return portMatches(parts.group(3), defaultPort, port) && hostMatches(parts.group(2), origin.group(2));
	}

	private static boolean portMatches(String ports, int defaultPort, int port) {
		if (ports == null) {
			return port == defaultPort;
		}
		List<String> accepted = List.of(ports.replaceAll("[\\[\\]]", "").split(","));
		return accepted.contains("*") || accepted.contains(String.valueOf(port));
	}

	private static boolean hostMatches(String glob, String host) {
		if (glob.indexOf('*') < 0) {
			return glob.equals(host);
		}
		if (host.startsWith("[") || ENDS_IN_NUMBER.matcher(host).matches()) {
			return false;
		}
		if (glob.equals("*")) {
			return true;
		}
		List<String> expression = new ArrayList<>();
		for (String label : glob.split("\\.")) {
			boolean leading = expression.isEmpty() && label.equals("*");
			expression.add(leading ? "[A-Za-z0-9._-]+" : label.replace("*", "[a-z0-9_-]+"));
		}
		return host.matches(String.join("\\.", expression));
	}

	private static boolean isCanonicalIpv6(String address) {
		try {
			byte[] bytes = java.net.InetAddress.getByName("[" + address + "]").getAddress();
			return address.equals(serializeIpv6(bytes));
		}
		catch (java.net.UnknownHostException ex) {
			return false;
		}
	}

	private static String serializeIpv6(byte[] bytes) {
		int[] groups = new int[8];
		int mapped = (bytes.length == 4) ? 12 : 0;
		if (mapped > 0) {
			groups[5] = 0xFFFF;
		}
		for (int i = 0; i < bytes.length; i++) {
			groups[(i + mapped) / 2] |= (bytes[i] & 0xFF) << (((i + mapped) % 2 == 0) ? 8 : 0);
		}
		List<String> texts = new ArrayList<>();
		for (int group : groups) {
			texts.add(Integer.toHexString(group));
		}
		String full = String.join(":", texts);
		for (int zeros = 8; zeros >= 2; zeros--) {
			Matcher run = Pattern.compile("(^|:)0(:0){" + (zeros - 1) + "}(:|$)").matcher(full);
			if (run.find()) {
				return full.substring(0, run.start()) + "::" + full.substring(run.end());
			}
		}
		return full;
	}

	private static int defaultPort(String scheme) {
		return switch (scheme) {
			case "http", "ws" -> 80;
			case "https", "wss" -> 443;
			default -> -1;
		};
	}

}
