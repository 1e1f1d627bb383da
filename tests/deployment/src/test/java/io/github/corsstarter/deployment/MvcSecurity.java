package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Several chains without a word about CORS: bearer tokens without a session, a form with
 * session and CSRF protection, and passwords with each request.
 */
@Configuration(proxyBeanMethods = false)
@Import(WeakPasswords.class)
class MvcSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain bearer(HttpSecurity http) {
		return http.securityMatcher("/*/bearer/**")
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/*/bearer/admin")
				.hasAuthority("SCOPE_admin")
				.anyRequest()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain session(HttpSecurity http) {
		return http.securityMatcher("/*/session/**", "/login", "/logout")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.formLogin(Customizer.withDefaults())
			.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain rest(HttpSecurity http) {
		return http
			.authorizeHttpRequests((requests) -> requests.requestMatchers("/*/basic/**")
				.authenticated()
				.requestMatchers(HttpMethod.DELETE, "/*/denied")
				.denyAll()
				.anyRequest()
				.permitAll())
			.httpBasic(Customizer.withDefaults())
			.csrf(AbstractHttpConfigurer::disable)
			.build();
	}

	@Bean
	JwtDecoder jwtDecoder() {
		return Tokens::decode;
	}

	@Bean
	UserDetailsService users(PasswordEncoder passwords) {
		return new InMemoryUserDetailsManager(
				User.withUsername("anna").password(passwords.encode("secret")).roles("USER").build());
	}

}
