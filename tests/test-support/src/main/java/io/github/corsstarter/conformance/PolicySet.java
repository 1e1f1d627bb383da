package io.github.corsstarter.conformance;

import java.util.List;

import org.springframework.core.env.PropertySource;

/**
 * One file of the table.
 *
 * @param name the name of the file
 * @param properties the properties of the application, as Spring Boot reads them
 * @param cases the requests
 */
public record PolicySet(String name, PropertySource<?> properties, List<ConformanceCase> cases) {

}
