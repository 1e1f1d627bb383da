package io.github.corsstarter.deployment;

import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What the chains protect, on paths that a policy governs and on others.
 */
@RestController
@RequestMapping({ "/governed/{style}/{kind}", "/free/{style}/{kind}" })
class SecuredController {

	@GetMapping("/ok")
	String read() {
		return "ok";
	}

	@PostMapping("/ok")
	String write() {
		return "written";
	}

	@CrossOrigin("https://annotation.example.com")
	@GetMapping("/annotated")
	String annotated() {
		return "ok";
	}

}
