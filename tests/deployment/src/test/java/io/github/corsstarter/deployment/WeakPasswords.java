package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Encrypts passwords as weakly as can be. Spring Security's default does so to passwords
 * in plain text as well once they are used, and a strong one takes longer to check than
 * all else that a request is.
 */
@Configuration(proxyBeanMethods = false)
class WeakPasswords {

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(4);
	}

}
