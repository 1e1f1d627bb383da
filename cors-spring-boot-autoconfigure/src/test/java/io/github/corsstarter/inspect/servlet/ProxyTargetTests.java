package io.github.corsstarter.inspect.servlet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.web.filter.DelegatingFilterProxy;

import static org.assertj.core.api.Assertions.assertThat;

class ProxyTargetTests {

	@Test
	void nameIsTheOneThatIsSet() {
		assertThat(ProxyTarget.of(new DelegatingFilterProxy("target"), "name")).isEqualTo("target");
		assertThat(ProxyTarget.of(new DelegatingFilterProxyRegistrationBean("target"), "name")).isEqualTo("target");
	}

	@Test
	void nameOfTheFilterIsTheOneIfNoneIsSet() {
		assertThat(ProxyTarget.of(new DelegatingFilterProxy(), "name")).isEqualTo("name");
	}

	@Test
	void nothingIsToldOfWhatDoesNotTell() {
		assertThat(ProxyTarget.of(new Object(), "name")).isNull();
		assertThat(ProxyTarget.of(new Silent(), "name")).isNull();
	}

	static class Silent extends DelegatingFilterProxy {

		@Override
		protected @Nullable String getTargetBeanName() {
			throw new IllegalStateException("It is not known yet");
		}

	}

}
