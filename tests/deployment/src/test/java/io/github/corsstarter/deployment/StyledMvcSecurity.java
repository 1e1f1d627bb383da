package io.github.corsstarter.deployment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CorsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * For each way to write {@code http.cors} a chain with bearer tokens and no session, and
 * one with a session and CSRF protection.
 */
@Configuration(proxyBeanMethods = false)
@Import({ SecuredController.class, WeakPasswords.class })
class StyledMvcSecurity {

	@Bean
	SecurityFilterChain bearerWithoutAWord(HttpSecurity http) {
		return bearer("silent", http).build();
	}

	@Bean
	SecurityFilterChain bearerWithDefaults(HttpSecurity http) {
		return bearer("defaults", http).cors(Customizer.withDefaults()).build();
	}

	@Bean
	SecurityFilterChain bearerDisabled(HttpSecurity http) {
		return bearer("disabled", http).cors(CorsConfigurer::disable).build();
	}

	@Bean
	SecurityFilterChain sessionWithoutAWord(HttpSecurity http) {
		return session("silent", http).build();
	}

	@Bean
	SecurityFilterChain sessionWithDefaults(HttpSecurity http) {
		return session("defaults", http).cors(Customizer.withDefaults()).build();
	}

	@Bean
	SecurityFilterChain sessionDisabled(HttpSecurity http) {
		return session("disabled", http).cors(CorsConfigurer::disable).build();
	}

	private static HttpSecurity bearer(String style, HttpSecurity http) {
		return http.securityMatcher("/*/" + style + "/bearer/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.csrf(AbstractHttpConfigurer::disable);
	}

	private static HttpSecurity session(String style, HttpSecurity http) {
		return http.securityMatcher("/*/" + style + "/session/**")
			.authorizeHttpRequests((requests) -> requests.anyRequest().authenticated())
			.formLogin((form) -> form.loginProcessingUrl("/*/" + style + "/session/login")
				.successHandler((request, response, authentication) -> response.setStatus(204))
				.failureHandler((request, response, ex) -> response.setStatus(401)))
			.csrf((csrf) -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
				.csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()));
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
