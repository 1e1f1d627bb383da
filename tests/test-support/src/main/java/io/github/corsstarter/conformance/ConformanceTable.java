package io.github.corsstarter.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files below {@code conformance}, whose {@code README.md} says how they are written.
 */
public final class ConformanceTable {

	private static final String FILES = "classpath:/conformance/*.yaml";

	private ConformanceTable() {
	}

	public static List<PolicySet> load() {
		try {
			return Stream.of(new PathMatchingResourcePatternResolver().getResources(FILES))
				.map(ConformanceTable::load)
				.sorted(Comparator.comparing(PolicySet::name))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static PolicySet load(Resource file) {
		String name = Objects.requireNonNull(file.getFilename());
		try (InputStream in = file.getInputStream()) {
			Iterator<Object> documents = yaml().loadAll(in).iterator();
			documents.next();
			List<ConformanceCase> cases = YamlNode.of(name, documents.next())
				.elements()
				.flatMap((template) -> CaseTemplate.expand(template).map(ConformanceCaseReader::read))
				.toList();
			return new PolicySet(name, new YamlPropertySourceLoader().load(name, file).get(0), cases);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Yaml yaml() {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		DumperOptions unused = new DumperOptions();
		return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new EverythingIsText());
	}

	/**
	 * Reads {@code null}, numbers and {@code true} as they are written.
	 */
	private static final class EverythingIsText extends Resolver {

		@Override
		protected void addImplicitResolvers() {
			// no scalar is anything but text
		}

	}

}
