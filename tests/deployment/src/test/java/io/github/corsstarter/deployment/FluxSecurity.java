package io.github.corsstarter.deployment;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * The chains of {@link MvcSecurity} for WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@Import(WeakPasswords.class)
@EnableWebFluxSecurity
class FluxSecurity {

	@Bean
	@Order(1)
	SecurityWebFilterChain bearer(ServerHttpSecurity http) {
		return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/*/bearer/**"))
			.authorizeExchange((exchanges) -> exchanges.pathMatchers("/*/bearer/admin")
				.hasAuthority("SCOPE_admin")
				.anyExchange()
				.authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.csrf(CsrfSpec::disable)
			.build();
	}

	@Bean
	@Order(2)
	SecurityWebFilterChain session(ServerHttpSecurity http) {
		return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/*/session/**", "/login", "/logout"))
			.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
			.formLogin(Customizer.withDefaults())
			.build();
	}

	@Bean
	@Order(3)
	SecurityWebFilterChain rest(ServerHttpSecurity http) {
		return http
			.authorizeExchange((exchanges) -> exchanges.pathMatchers("/*/basic/**")
				.authenticated()
				.pathMatchers(HttpMethod.DELETE, "/*/denied")
				.denyAll()
				.anyExchange()
				.permitAll())
			.httpBasic(Customizer.withDefaults())
			.csrf(CsrfSpec::disable)
			.build();
	}

	@Bean
	ReactiveJwtDecoder jwtDecoder() {
		return (token) -> Mono.fromSupplier(() -> Tokens.decode(token));
	}

	@Bean
	MapReactiveUserDetailsService users(PasswordEncoder passwords) {
		return new MapReactiveUserDetailsService(
				User.withUsername("anna").password(passwords.encode("secret")).roles("USER").build());
	}

}
