package io.github.corsstarter.reload;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.management.JMException;
import javax.management.ObjectName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However often the policies are replaced, no more of them stay in memory.
 */
class ReloadHeapTests {

	private static final int FEW = 10;

	private static final Pattern OWN_CLASS = Pattern
		.compile(" *\\d+: +(\\d+) +\\d+ +(io\\.github\\.corsstarter\\.[\\w.]+(\\$[A-Z]\\w+)*)");

	@TempDir
	private Path directory;

	/**
	 * What is alive is counted, object by object: a heap in bytes has more in it. Some
	 * objects may be of a request that is just over.
	 */
	@Test
	void manyReloadsLeaveNoMoreBehindThanFew() throws JMException {
		Path file = this.directory.resolve("cors.yml");
		ReloadedShop.write(file, policies(0));
		try (ReloadedShop shop = ReloadedShop.start(WebApplicationType.SERVLET,
				"--spring.config.import=file:" + file)) {
			int reloads = 0;
			while (reloads < FEW) {
				reload(shop, file, ++reloads);
			}
			Map<String, Integer> few = alive();
			while (reloads < Math.max(5 * FEW, Integer.getInteger("cors.test.rounds", 0) / 200)) {
				reload(shop, file, ++reloads);
			}
			assertThat(alive())
				.allSatisfy((type, count) -> assertThat(count).as(type).isLessThan(few.getOrDefault(type, 0) + FEW));
		}
	}

	private static void reload(ReloadedShop shop, Path file, int number) {
		ReloadedShop.write(file, policies(number));
		Reloader reloader = shop.internalReloader();
		reloader.attempt(ReloadTrigger.CALL, () -> reloader.reader().read());
		assertThat(shop.allows("https://app%d.example.com".formatted(number))).isTrue();
		shop.view("cors");
		shop.view("cors/report");
		shop.view("cors/explain?path=/items&origin=https://app.example.com");
	}

	/**
	 * Each time, the origins are others, and so is the name of the policy that reports.
	 */
	private static String policies(int number) {
		return """
				cors:
				  allowed-origins: https://app%1$d.example.com
				  allowed-origin-patterns: https://*.app%1$d.example.com
				  policies:
				    next%2$d:
				      paths: /items/**
				      enforcement: report-only
				      allowed-origins: https://next%1$d.example.com
				""".formatted(number, number % 3);
	}

	private static Map<String, Integer> alive() throws JMException {
		String histogram = (String) ManagementFactory.getPlatformMBeanServer()
			.invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
					new Object[] { new String[0] }, new String[] { String[].class.getName() });
		return histogram.lines()
			.map(OWN_CLASS::matcher)
			.filter((line) -> line.matches())
			.collect(Collectors.toMap((line) -> line.group(2), (line) -> Integer.valueOf(line.group(1)), Integer::sum,
					TreeMap::new));
	}

}
