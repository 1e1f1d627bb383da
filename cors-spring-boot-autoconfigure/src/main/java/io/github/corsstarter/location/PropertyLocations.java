package io.github.corsstarter.location;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.corsstarter.policy.Location;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginTrackedResource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.CompositePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Says where properties were read from, by the origins and the property sources of Spring
 * Boot. Not safe for use by several threads.
 */
public final class PropertyLocations {

	private static final String DEFAULT_PROPERTIES = "defaultProperties";

	private static final String INLINE_JSON = "spring.application.json";

	private static final ConfigurationPropertyName ON_PROFILE = ConfigurationPropertyName
		.of("spring.config.activate.on-profile");

	private final Map<Resource, String> resources = new IdentityHashMap<>();

	private final Map<ConfigurationPropertySource, List<String>> profiles = new IdentityHashMap<>();

	/**
	 * Return where a property was read from.
	 * @param property the property
	 * @return the location, or {@code null} if it is not known
	 */
	public @Nullable Location of(ConfigurationProperty property) {
		return of(property.getOrigin(), property.getSource());
	}

	/**
	 * Return where a property was read from.
	 * @param source the source that has the property
	 * @param name the name of the property in the source
	 * @return the location, or {@code null} if it is not known
	 */
	public @Nullable Location of(PropertySource<?> source, String name) {
		return of(PropertySourceOrigin.get(source, name), ConfigurationPropertySource.from(source));
	}

	/**
	 * Return the location that Spring Boot names.
	 * @param origin such as that of an exception
	 * @return the location, or {@code null} if it is not known
	 */
	public @Nullable Location of(Origin origin) {
		return of(origin, null);
	}

	private @Nullable Location of(@Nullable Origin origin, @Nullable ConfigurationPropertySource source) {
		if (!(origin instanceof PropertySourceOrigin sourceOrigin)) {
			return (origin instanceof TextResourceOrigin text) ? textFile(text, source) : null;
		}
		Location location = of(sourceOrigin, source);
		boolean json = source != null && source.getUnderlyingSource() instanceof PropertySource<?> holder
				&& INLINE_JSON.equals(holder.getName()) && holder != sourceOrigin.getPropertySource();
		return json ? new Location.InlineJson(location) : location;
	}

	private Location of(PropertySourceOrigin origin, @Nullable ConfigurationPropertySource document) {
		PropertySource<?> source = member(origin.getPropertySource(), origin.getPropertyName());
		String name = origin.getPropertyName();
		if (source instanceof ConfigTreePropertySource && origin.getOrigin() instanceof TextResourceOrigin text) {
			return new Location.ConfigTreeFile(path(text));
		}
		if (origin.getOrigin() instanceof TextResourceOrigin text) {
			return textFile(text, document);
		}
		if (source instanceof ResourcePropertySource file) {
			return new Location.PropertySourceFile(file.withResourceName().getName(), null, null, true);
		}
		if (source instanceof SystemEnvironmentPropertySource variables) {
			return new Location.EnvironmentVariable((origin.getOrigin() instanceof SystemEnvironmentOrigin variable)
					? variable.getProperty() : variable(variables, name));
		}
		if (source instanceof CommandLinePropertySource<?>
				|| CommandLinePropertySource.COMMAND_LINE_PROPERTY_SOURCE_NAME.equals(source.getName())) {
			return new Location.CommandLineArgument(name);
		}
		return switch (source.getName()) {
			case StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME -> new Location.SystemProperty(name);
			case DEFAULT_PROPERTIES -> new Location.DefaultProperties();
			default -> new Location.NamedPropertySource(source.getName());
		};
	}

	/**
	 * Return the source among several under one name that has a property.
	 */
	private static PropertySource<?> member(PropertySource<?> source, String name) {
		if (source instanceof CompositePropertySource composite) {
			for (PropertySource<?> member : composite.getPropertySources()) {
				if (member.containsProperty(name)) {
					return member(member, name);
				}
			}
		}
		return source;
	}

	/**
	 * Spring asks for a variable by its own name or by that of the property.
	 */
	private static String variable(SystemEnvironmentPropertySource variables, String name) {
		return variables.getSource().containsKey(name) ? name
				: name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
	}

	/**
	 * Spring Boot tracks where the files come from that it reads as configuration. For
	 * another file it reads none of the same name for a profile.
	 */
	private Location textFile(TextResourceOrigin origin, @Nullable ConfigurationPropertySource document) {
		Resource resource = origin.getResource();
		String text = resource(origin, resource);
		String name = (resource != null) ? resource.getFilename() : null;
		Location.Position position = position(origin.getLocation());
		return (resource instanceof OriginTrackedResource)
				? new Location.ConfigFile(text, name, position, profiles(document))
				: new Location.PropertySourceFile(text, name, position, false);
	}

	private static Location.@Nullable Position position(TextResourceOrigin.@Nullable Location location) {
		return (location != null) ? new Location.Position(location.getLine() + 1, location.getColumn() + 1) : null;
	}

	/**
	 * Return the name of a resource. It is looked up once, because finding out which jar
	 * a resource is in costs more than all else that is done with an element of a long
	 * list.
	 */
	private String resource(TextResourceOrigin origin, @Nullable Resource resource) {
		if (resource == null) {
			return origin.toString();
		}
		String text = this.resources.get(resource);
		if (text == null) {
			text = new TextResourceOrigin(resource, null).toString();
			this.resources.put(resource, text);
		}
		return text;
	}

	/**
	 * Return the profiles that a document of a file is bound to, each document being a
	 * source.
	 */
	private List<String> profiles(@Nullable ConfigurationPropertySource document) {
		if (document == null) {
			return List.of();
		}
		List<String> profiles = this.profiles.get(document);
		if (profiles == null) {
			profiles = read(document);
			this.profiles.put(document, profiles);
		}
		return profiles;
	}

	private static List<String> read(ConfigurationPropertySource document) {
		List<String> profiles = new ArrayList<>();
		ConfigurationProperty property = document.getConfigurationProperty(ON_PROFILE);
		if (property != null) {
			for (String profile : property.getValue().toString().split(",")) {
				profiles.add(profile.strip());
			}
			return profiles;
		}
		property = document.getConfigurationProperty(ON_PROFILE.append("[0]"));
		while (property != null) {
			profiles.add(property.getValue().toString().strip());
			property = document.getConfigurationProperty(ON_PROFILE.append("[" + profiles.size() + "]"));
		}
		return profiles;
	}

	private static String path(TextResourceOrigin origin) {
		Resource resource = origin.getResource();
		try {
			return (resource != null) ? resource.getFile().getPath() : origin.toString();
		}
		catch (IOException ex) {
			return origin.toString();
		}
	}

}
