package io.github.corsstarter.sample.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Logs a customer in by name, which stands for whatever authentication a real shop has,
 * and remembers them by a cookie. Pages of other origins reach it because the base policy
 * allows credentials.
 */
@RestController
@RequestMapping("/api/session")
class SessionController {

	static final String COOKIE = "BOOKSHOP_SESSION";

	private final SessionRepository sessions;

	SessionController(SessionRepository sessions) {
		this.sessions = sessions;
	}

	@PostMapping
	ResponseEntity<Customer> logIn(@Valid @RequestBody Customer customer) {
		String token = this.sessions.open(customer.name());
		return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, cookie(token).toString()).body(customer);
	}

	@GetMapping
	Customer current(@CookieValue(name = COOKIE, required = false) @Nullable String token) {
		String name = this.sessions.findName(token);
		if (name == null) {
			throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, "Nobody is logged in.");
		}
		return new Customer(name);
	}

	// Pages of another site send only a SameSite=None cookie, which browsers take from
	// https
	// and, as the one exception, from http://localhost. Those that block third-party
	// cookies
	// still keep a partitioned one, apart for each site that embeds or calls the shop.
	private static ResponseCookie cookie(String token) {
		return ResponseCookie.from(COOKIE, token)
			.path("/api")
			.httpOnly(true)
			.secure(true)
			.sameSite("None")
			.partitioned(true)
			.build();
	}

	record Customer(@NotBlank String name) {
	}

}
