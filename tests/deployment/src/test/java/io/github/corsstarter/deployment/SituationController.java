package io.github.corsstarter.deployment;

import java.net.URI;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * What handlers do on either stack.
 */
@RestController
@RequestMapping({ "/api", "/open" })
class SituationController {

	@GetMapping({ "/ok", "/basic/ok", "/bearer/ok", "/bearer/admin", "/session/ok", "/limited", "/filter-failure",
			"/filter-error", "/filter-reset" })
	String ok() {
		return "ok";
	}

	@PostMapping(path = { "/orders", "/session/orders" }, consumes = MediaType.APPLICATION_JSON_VALUE)
	String order(@Valid @RequestBody Order order) {
		return order.name();
	}

	@GetMapping(path = "/orders", produces = MediaType.APPLICATION_JSON_VALUE)
	Order order() {
		return new Order("tea");
	}

	@GetMapping("/status/{status}")
	String status(@PathVariable int status) {
		throw new ResponseStatusException(HttpStatusCode.valueOf(status));
	}

	@GetMapping("/failure")
	String failure() {
		throw new IllegalStateException("A handler failed on purpose");
	}

	@GetMapping("/broken-error-page")
	String brokenErrorPage() {
		throw new BrokenErrorPageException();
	}

	@GetMapping("/redirect")
	ResponseEntity<Void> redirect() {
		return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/elsewhere")).build();
	}

	@GetMapping("/unchanged")
	ResponseEntity<String> unchanged() {
		return ResponseEntity.ok().eTag("\"1\"").body("ok");
	}

	@GetMapping("/hand-written")
	ResponseEntity<Map<String, String>> handWritten() {
		return ResponseEntity.ok()
			.header("Access-Control-Allow-Origin", "https://handler.example.com", "*")
			.header("access-control-allow-credentials", "false")
			.header("Access-Control-Expose-Headers", "X-Handler")
			.header("Access-Control-Allow-Methods", "DELETE")
			.header("Access-Control-Max-Age", "1")
			.header("Vary", "Accept-Encoding", "origin, Accept-Language")
			.body(Map.of("name", "tea"));
	}

	@CrossOrigin(origins = "https://annotation.example.com", exposedHeaders = "X-Annotation", maxAge = 1)
	@GetMapping("/annotated")
	String annotated() {
		return "ok";
	}

	/**
	 * Something to send.
	 *
	 * @param name its name
	 */
	record Order(@NotBlank String name) {

	}

	/**
	 * A failure whose error page fails as well.
	 */
	static final class BrokenErrorPageException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
