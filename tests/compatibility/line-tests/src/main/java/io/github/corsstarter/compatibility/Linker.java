package io.github.corsstarter.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.corsstarter.compatibility.ClassFile.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what class files refer to as the Java virtual machine does (JVMS 5.4.3), but
 * all of it at once and without loading anything.
 */
final class Linker {

	private static final String OBJECT = "java/lang/Object";

	/** Their methods have whatever descriptor they are called with (JVMS 2.9.3). */
	private static final Set<String> SIGNATURE_POLYMORPHIC = Set.of("java/lang/invoke/MethodHandle",
			"java/lang/invoke/VarHandle");

	private final ClassLoader classLoader;

	private final String ownPackage;

	private final Map<String, Optional<ClassFile>> classes = new HashMap<>();

	/**
	 * Create a linker.
	 * @param classLoader finds the class files
	 * @param ownPackage the package, with slashes, whose classes need not be public
	 */
	Linker(ClassLoader classLoader, String ownPackage) {
		this.classLoader = classLoader;
		this.ownPackage = ownPackage;
	}

	/**
	 * Lists what would fail, if it were executed.
	 * @param from the class file that refers to it
	 * @return the missing types and members, each with what is wrong about it
	 */
	Set<String> problems(ClassFile from) {
		Set<String> problems = new TreeSet<>();
		from.types().stream().filter((type) -> !isAccessible(type)).forEach(problems::add);
		from.references()
			.stream()
			.filter((reference) -> !resolves(reference))
			.map(Reference::toString)
			.forEach(problems::add);
		if (!from.isAbstract()) {
			unimplemented(from).forEach((method) -> problems.add("does not implement " + method));
		}
		return problems;
	}

	private boolean isAccessible(String type) {
		ClassFile found = find(type);
		return found != null && (isOwn(type) || Modifier.isPublic(found.access()));
	}

	private boolean resolves(Reference reference) {
		if (reference.owner().startsWith("[") || SIGNATURE_POLYMORPHIC.contains(reference.owner())) {
			return true;
		}
		ClassFile owner = find(reference.owner());
		if (owner == null || (!reference.isField() && owner.isInterface() != reference.ofInterface())) {
			return false;
		}
		ClassFile declaring = lookUp(owner, reference.member());
		return declaring != null && isAccessible(declaring, reference.member());
	}

	private boolean isAccessible(ClassFile declaring, String member) {
		int access = declaring.members().getOrDefault(member, 0);
		return isOwn(declaring.name()) || Modifier.isPublic(access) || Modifier.isProtected(access);
	}

	private @Nullable ClassFile lookUp(ClassFile owner, String member) {
		Set<ClassFile> hierarchy = hierarchy(owner);
		for (ClassFile type : hierarchy) {
			if (type.members().containsKey(member)) {
				return type;
			}
		}
		return null;
	}

	/**
	 * A class that is not abstract, before one that an interface got an abstract method
	 * for that the class does not know.
	 */
	private Set<String> unimplemented(ClassFile type) {
		Set<ClassFile> hierarchy = hierarchy(type);
		Set<String> implemented = new LinkedHashSet<>();
		Set<String> required = new TreeSet<>();
		for (ClassFile ancestor : hierarchy) {
			ancestor.members().forEach((member, access) -> {
				if (!member.contains("(")) {
					return;
				}
				if (!Modifier.isAbstract(access)) {
					implemented.add(member);
				}
				else {
					required.add(ancestor.name() + "." + member);
				}
			});
		}
		required.removeIf((method) -> implemented.contains(method.substring(method.indexOf('.') + 1)));
		return required;
	}

	/**
	 * Collects a type and all its ancestors, in the order in which members are looked up:
	 * superclasses before interfaces.
	 */
	private Set<ClassFile> hierarchy(ClassFile type) {
		Set<ClassFile> superclasses = new LinkedHashSet<>();
		for (ClassFile next = type; next != null;) {
			superclasses.add(next);
			next = (next.superName() != null) ? find(next.superName()) : null;
		}
		Set<ClassFile> hierarchy = new LinkedHashSet<>(superclasses);
		superclasses.forEach((superclass) -> addInterfaces(superclass, hierarchy));
		ClassFile object = find(OBJECT);
		if (object != null) {
			hierarchy.add(object);
		}
		return hierarchy;
	}

	private void addInterfaces(ClassFile type, Set<ClassFile> hierarchy) {
		for (String name : type.interfaces()) {
			ClassFile found = find(name);
			if (found != null && hierarchy.add(found)) {
				addInterfaces(found, hierarchy);
			}
		}
	}

	private boolean isOwn(String type) {
		return type.startsWith(this.ownPackage);
	}

	private @Nullable ClassFile find(String name) {
		return this.classes.computeIfAbsent(name, this::read).orElse(null);
	}

	private Optional<ClassFile> read(String name) {
		try (InputStream in = this.classLoader.getResourceAsStream(name + ".class")) {
			return (in != null) ? Optional.of(ClassFile.read(in.readAllBytes())) : Optional.empty();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
