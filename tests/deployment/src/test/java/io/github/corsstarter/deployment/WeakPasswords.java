package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords at the lowest strength. Spring Security's default hashes passwords in
 * plain text again once they are used, and its strength costs more than the whole rest of
 * a request.
 */
@Configuration(proxyBeanMethods = false)
class WeakPasswords {

	@Bean
	PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(4);
	}

}
