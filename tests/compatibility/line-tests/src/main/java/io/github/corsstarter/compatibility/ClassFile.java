package io.github.corsstarter.compatibility;

import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.SpringAsmInfo;

/**
 * What the Java virtual machine reads out of one class file in order to link it.
 *
 * @param name the internal name
 * @param access the access flags
 * @param superName the internal name of the superclass, {@code null} for {@code Object}
 * @param interfaces the internal names of the interfaces
 * @param members the access flags of each declared member by its name and descriptor
 * @param types the internal names of all types it refers to, in descriptors, generic
 * signatures and annotations as well
 * @param references all members it calls, reads or writes
 */
record ClassFile(String name, int access, @Nullable String superName, List<String> interfaces,
		Map<String, Integer> members, Set<String> types, Set<Reference> references) {

	private static final int UTF8 = 1;

	private static final int CLASS = 7;

	private static final int FIRST_REFERENCE = 9;

	private static final int LAST_REFERENCE = 11;

	private static final Pattern DESCRIPTOR = Pattern
		.compile("(?<=^|[(;<\\[)+:*-]|[BCDFIJSZ])L([\\w$]+(?:/[\\w$]+)+)(?=[;<])");

	static ClassFile read(byte[] bytes) {
		ClassReader reader = new ClassReader(bytes);
		Members members = new Members();
		reader.accept(members, ClassReader.SKIP_CODE);
		ClassFile read = new ClassFile(reader.getClassName(), reader.getAccess(), reader.getSuperName(),
				List.of(reader.getInterfaces()), members.accessFlags, new TreeSet<>(), new TreeSet<>());
		read.addConstants(reader);
		return read;
	}

	private void addConstants(ClassReader reader) {
		char[] buffer = new char[reader.getMaxStringLength()];
		for (int index = 1; index < reader.getItemCount(); index++) {
			int constant = reader.getItem(index);
			if (constant == 0) {
				continue;
			}
			int tag = reader.readByte(constant - 1);
			if (tag == UTF8) {
				addDescribedTypes(readUtf8(reader, constant));
			}
			else if (tag == CLASS) {
				addType(reader.readUTF8(constant, buffer));
			}
			else if (tag >= FIRST_REFERENCE && tag <= LAST_REFERENCE) {
				int nameAndType = reader.getItem(reader.readUnsignedShort(constant + 2));
				this.references
					.add(new Reference(reader.readClass(constant, buffer), reader.readUTF8(nameAndType, buffer),
							reader.readUTF8(nameAndType + 2, buffer), tag == LAST_REFERENCE));
			}
		}
	}

	private void addType(String nameOrArray) {
		if (nameOrArray.startsWith("[")) {
			addDescribedTypes(nameOrArray);
		}
		else {
			this.types.add(nameOrArray);
		}
	}

	private void addDescribedTypes(String text) {
		Matcher matcher = DESCRIPTOR.matcher(text);
		while (matcher.find()) {
			this.types.add(matcher.group(1));
		}
	}

	boolean isInterface() {
		return Modifier.isInterface(this.access);
	}

	boolean isAbstract() {
		return Modifier.isAbstract(this.access);
	}

	private static String readUtf8(ClassReader reader, int constant) {
		StringBuilder text = new StringBuilder();
		int length = reader.readUnsignedShort(constant);
		for (int index = 0; index < length; index++) {
			// Names are ASCII; what any other character becomes is no part of one
			text.append((char) (reader.readByte(constant + 2 + index) & 0xff));
		}
		return text.toString();
	}

	/**
	 * A field or method as a class file names it.
	 *
	 * @param owner the internal name of the class it is looked up in
	 * @param name its name
	 * @param descriptor its descriptor
	 * @param ofInterface whether the owner has to be an interface
	 */
	record Reference(String owner, String name, String descriptor,
			boolean ofInterface) implements Comparable<Reference> {

		String member() {
			return this.name + this.descriptor;
		}

		boolean isField() {
			return !this.descriptor.startsWith("(");
		}

		@Override
		public int compareTo(Reference other) {
			return toString().compareTo(other.toString());
		}

		@Override
		public String toString() {
			return this.owner + "." + this.name + (isField() ? " " : "") + this.descriptor;
		}

	}

	private static final class Members extends ClassVisitor {

		private final Map<String, Integer> accessFlags = new HashMap<>();

		Members() {
			super(SpringAsmInfo.ASM_VERSION);
		}

		@Override
		public @Nullable FieldVisitor visitField(int access, String name, String descriptor, @Nullable String signature,
				@Nullable Object value) {
			this.accessFlags.put(name + descriptor, access);
			return null;
		}

		@Override
		public @Nullable MethodVisitor visitMethod(int access, String name, String descriptor,
				@Nullable String signature, String @Nullable [] exceptions) {
			this.accessFlags.put(name + descriptor, access);
			return null;
		}

	}

}
