package io.github.corsstarter;

import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/**
 * The classes of the libraries, and none of what tests them.
 */
final class Libraries {

	private static final List<String> MODULES = List.of("/cors-core/", "/cors-spring-boot-autoconfigure/");

	static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption(Libraries::contain)
		.importPackages("io.github.corsstarter");

	private Libraries() {
	}

	private static boolean contain(Location location) {
		return MODULES.stream().anyMatch(location::contains);
	}

}
