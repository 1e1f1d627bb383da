package io.github.corsstarter.sample.customer;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import org.springframework.context.annotation.Profile;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * What customers' pages call, each at the host of its customer; and, as long as there is
 * no log-in for it, on a developer's machine alone, the administration.
 */
@RestController
@Profile("!prod & !staging")
class CustomerController {

	private final CustomerAdministration administration;

	private final AsyncTaskExecutor executor;

	CustomerController(CustomerAdministration administration, AsyncTaskExecutor applicationTaskExecutor) {
		this.administration = administration;
		this.executor = applicationTaskExecutor;
	}

	@GetMapping("/customer")
	Map<String, String> greet(@RequestHeader("Host") String host) {
		return Map.of("greeting", "Welcome to " + host);
	}

	/** Off the request's thread, which must not block on the reactive stack. */
	@PutMapping("/customers/{host}/origins")
	CompletableFuture<CustomerAdministration.SavedOrigins> save(@PathVariable String host,
			@RequestBody List<String> origins) {
		return CompletableFuture.supplyAsync(() -> this.administration.save(host, origins), this.executor);
	}

}
