package io.github.corsstarter.inspect;

import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FurtherContexts}.
 */
class FurtherContextsTests {

	@Test
	void contextOfTheActuatorIsKnownAsLongAsItExists() {
		try (AnnotationConfigApplicationContext application = new AnnotationConfigApplicationContext(
				FurtherContexts.class)) {
			FurtherContexts contexts = application.getBean(FurtherContexts.class);
			AnnotationConfigApplicationContext management = below(application, "application:management");
			AnnotationConfigApplicationContext other = below(application, "client");
			assertThat(contexts.management()).containsExactly(management);
			assertThat(contexts.all()).containsExactlyInAnyOrder(management, other);
			assertThat(contexts.isOwn(application)).isTrue();
			management.close();
			other.close();
			assertThat(contexts.all()).isEmpty();
		}
	}

	private static AnnotationConfigApplicationContext below(AnnotationConfigApplicationContext parent, String id) {
		AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
		context.setParent(parent);
		context.setId(id);
		context.refresh();
		return context;
	}

}
