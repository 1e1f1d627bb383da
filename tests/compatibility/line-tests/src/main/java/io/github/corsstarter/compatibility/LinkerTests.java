package io.github.corsstarter.compatibility;

import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import org.springframework.asm.ClassWriter;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Linker}, with class files that no compiler would write.
 */
class LinkerTests {

	private static final String HEADERS = "org/springframework/http/HttpHeaders";

	/** Has the name of a class that is there. */
	private static final String WRITTEN = "io/github/corsstarter/compatibility/LinkerTests";

	private final Linker linker = new Linker(getClass().getClassLoader(), "io/github/corsstarter/");

	@Test
	void whatIsThereIsNoProblem() {
		assertThat(this.linker.problems(calling((method) -> {
			method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HEADERS, "getFirst", "(Ljava/lang/String;)Ljava/lang/String;",
					false);
			method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HEADERS, "hashCode", "()I", false);
			method.visitMethodInsn(Opcodes.INVOKEINTERFACE, "org/springframework/core/Ordered", "getOrder", "()I",
					true);
			method.visitFieldInsn(Opcodes.GETSTATIC, HEADERS, "ORIGIN", "Ljava/lang/String;");
		}))).isEmpty();
	}

	@Test
	void missingMethodIsFound() {
		assertThat(this.linker.problems(
				calling((method) -> method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HEADERS, "gone", "()V", false))))
			.containsExactly(HEADERS + ".gone()V");
	}

	@Test
	void methodWithAnotherReturnTypeIsFound() {
		assertThat(this.linker.problems(calling((method) -> method.visitMethodInsn(Opcodes.INVOKEVIRTUAL, HEADERS,
				"getFirst", "(Ljava/lang/String;)Ljava/lang/Object;", false))))
			.containsExactly(HEADERS + ".getFirst(Ljava/lang/String;)Ljava/lang/Object;");
	}

	@Test
	void missingFieldIsFound() {
		assertThat(this.linker.problems(
				calling((method) -> method.visitFieldInsn(Opcodes.GETSTATIC, HEADERS, "GONE", "Ljava/lang/String;"))))
			.containsExactly(HEADERS + ".GONE Ljava/lang/String;");
	}

	@Test
	void classThatBecameAnInterfaceIsFound() {
		assertThat(this.linker.problems(calling((method) -> method.visitMethodInsn(Opcodes.INVOKEVIRTUAL,
				"org/springframework/core/Ordered", "getOrder", "()I", false))))
			.containsExactly("org/springframework/core/Ordered.getOrder()I");
	}

	@Test
	void memberThatIsNotPublicIsFound() {
		assertThat(this.linker
			.problems(calling((method) -> method.visitFieldInsn(Opcodes.GETFIELD, "java/lang/String", "hash", "I"))))
			.containsExactly("java/lang/String.hash I");
	}

	@Test
	void missingTypeIsFoundInCodeDescriptorSignatureAndAnnotation() {
		assertThat(this.linker.problems(written((type) -> {
			type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "described", "([Lcom/gone/Parameter;I)V", null,
					null);
			type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "generic", "()Ljava/util/List;",
					"<T:Lcom/gone/Bound;>()Ljava/util/List<-Lcom/gone/Element;>;", null);
			type.visitAnnotation("Lcom/gone/Annotation;", true).visitEnd();
			MethodVisitor method = type.visitMethod(Opcodes.ACC_PUBLIC, "created", "()V", null, null);
			method.visitTypeInsn(Opcodes.NEW, "com/gone/Created");
		}))).containsExactly("com/gone/Annotation", "com/gone/Bound", "com/gone/Created", "com/gone/Element",
				"com/gone/Parameter");
	}

	@Test
	void unimplementedMethodIsFound() {
		ClassWriter type = new ClassWriter(0);
		type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, WRITTEN, null, "java/lang/Object",
				new String[] { "org/springframework/core/Ordered" });
		assertThat(this.linker.problems(ClassFile.read(type.toByteArray())))
			.containsExactly("does not implement org/springframework/core/Ordered.getOrder()I");
	}

	private static ClassFile calling(Consumer<MethodVisitor> code) {
		return written((type) -> code.accept(type.visitMethod(Opcodes.ACC_PUBLIC, "call", "()V", null, null)));
	}

	private static ClassFile written(Consumer<ClassWriter> content) {
		ClassWriter type = new ClassWriter(0);
		type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, WRITTEN, null, "java/lang/Object", null);
		content.accept(type);
		return ClassFile.read(type.toByteArray());
	}

}
