package io.github.corsstarter.deployment;

import java.security.Principal;
import java.util.List;

import io.github.corsstarter.source.TenantOrigins;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * What the examples of the documentation take for granted, each as a part of the reader's
 * own application.
 */
@SuppressWarnings("NullAway.Init")
abstract class DocumentedSurroundings implements WebSocketConfigurer {

	HttpSecurity http;

	TenantOrigins tenantOrigins;

	Repository repository;

	abstract CorsConfigurationSource source();

	abstract CorsConfiguration configurationOf(String tenant);

	abstract String tenant(HttpServletRequest request);

	abstract String tenantOf(Principal user);

	/**
	 * Where customers keep their origins.
	 */
	interface Repository {

		void replace(String tenant, List<String> origins);

	}

	/**
	 * Sends prices.
	 */
	static class LiveHandler extends TextWebSocketHandler {

	}

	/**
	 * An application.
	 */
	static class BookshopApplication {

	}

	/**
	 * Another one.
	 */
	static class ShopApplication {

	}

	/**
	 * What a shop sells.
	 */
	record Book(String title) {

	}

}
