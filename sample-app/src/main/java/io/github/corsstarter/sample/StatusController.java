package io.github.corsstarter.sample;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the shop is open. No policy governs this path, so only pages of the shop's own
 * origin can read the answer.
 */
@RestController
class StatusController {

	@GetMapping("/status")
	Status status() {
		return new Status("open");
	}

	record Status(String shop) {
	}

}
