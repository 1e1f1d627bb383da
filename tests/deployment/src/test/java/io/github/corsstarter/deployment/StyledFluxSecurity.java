package io.github.corsstarter.deployment;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.csrf.CookieServerCsrfTokenRepository;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.server.util.matcher.PathPatternParserServerWebExchangeMatcher;

/**
 * The chains of {@link StyledMvcSecurity} for WebFlux.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@Import({ SecuredController.class, WeakPasswords.class })
class StyledFluxSecurity {

	@Bean
	SecurityWebFilterChain bearerWithoutAWord(ServerHttpSecurity http) {
		return bearer("silent", http).build();
	}

	@Bean
	SecurityWebFilterChain bearerWithDefaults(ServerHttpSecurity http) {
		return bearer("defaults", http).cors(Customizer.withDefaults()).build();
	}

	@Bean
	SecurityWebFilterChain bearerDisabled(ServerHttpSecurity http) {
		return bearer("disabled", http).cors(CorsSpec::disable).build();
	}

	@Bean
	SecurityWebFilterChain sessionWithoutAWord(ServerHttpSecurity http) {
		return session("silent", http).build();
	}

	@Bean
	SecurityWebFilterChain sessionWithDefaults(ServerHttpSecurity http) {
		return session("defaults", http).cors(Customizer.withDefaults()).build();
	}

	@Bean
	SecurityWebFilterChain sessionDisabled(ServerHttpSecurity http) {
		return session("disabled", http).cors(CorsSpec::disable).build();
	}

	private static ServerHttpSecurity bearer(String style, ServerHttpSecurity http) {
		return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/*/" + style + "/bearer/**"))
			.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
			.oauth2ResourceServer((server) -> server.jwt(Customizer.withDefaults()))
			.csrf(CsrfSpec::disable);
	}

	private static ServerHttpSecurity session(String style, ServerHttpSecurity http) {
		return http.securityMatcher(new PathPatternParserServerWebExchangeMatcher("/*/" + style + "/session/**"))
			.authorizeExchange((exchanges) -> exchanges.anyExchange().authenticated())
			.formLogin((form) -> form
				.requiresAuthenticationMatcher(new PathPatternParserServerWebExchangeMatcher(
						"/*/" + style + "/session/login", HttpMethod.POST))
				.authenticationSuccessHandler((exchange, authentication) -> status(exchange.getExchange().getResponse(),
						HttpStatus.NO_CONTENT))
				.authenticationFailureHandler(
						(exchange, ex) -> status(exchange.getExchange().getResponse(), HttpStatus.UNAUTHORIZED)))
			.csrf((csrf) -> csrf.csrfTokenRepository(CookieServerCsrfTokenRepository.withHttpOnlyFalse())
				.csrfTokenRequestHandler(new ServerCsrfTokenRequestAttributeHandler()));
	}

	private static Mono<Void> status(ServerHttpResponse response, HttpStatus status) {
		response.setStatusCode(status);
		return response.setComplete();
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
