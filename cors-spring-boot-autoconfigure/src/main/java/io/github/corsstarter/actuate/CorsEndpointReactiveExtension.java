package io.github.corsstarter.actuate;

import java.net.URI;

import io.github.corsstarter.web.Authority;
import io.github.corsstarter.web.ContextPath;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.core.env.Environment;
import org.springframework.lang.Nullable;
import org.springframework.web.filter.reactive.ServerWebExchangeContextFilter;
import org.springframework.web.server.ServerWebExchange;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for {@link CorsEndpoint} on the
 * reactive stack, which knows the origin of the application if
 * {@link ServerWebExchangeContextFilter} is there.
 */
@EndpointWebExtension(endpoint = CorsEndpoint.class)
@RegisterReflectionForBinding({ CorsExplanation.class, CorsRejections.RejectionsDescriptor.class,
		RefusedOriginsDescriptor.class, WebView.BadRequestDescriptor.class })
public class CorsEndpointReactiveExtension {

	private final CorsEndpoint endpoint;

	private final Environment environment;

	/**
	 * Create the extension.
	 * @param endpoint what it extends
	 * @param environment knows the port of the application, beside which the endpoints
	 * may have their own
	 */
	public CorsEndpointReactiveExtension(CorsEndpoint endpoint, Environment environment) {
		this.endpoint = endpoint;
		this.environment = environment;
	}

	/**
	 * Answers a question about the policies.
	 * @param view {@code explain}, {@code rejections}, {@code refused-origins},
	 * {@code snapshot}, {@code report} or {@code migration}
	 * @param path the path of the request within the application
	 * @param origin the origin of the page
	 * @param method the method of the request, by default {@code GET}
	 * @param headers the names of its headers with commas between them, by default none
	 * @param mode {@code navigate} for a link or a form, by default {@code cors}
	 * @param host the host that it is sent to, by default the one that is asked
	 * @return the answer; not found if there is no such view, and a bad request if a
	 * parameter is missing or is not valid
	 */
	@ReadOperation
	@SuppressWarnings("deprecation")
	public Mono<WebEndpointResponse<OperationResponseBody>> view(@Selector String view, @Nullable String path,
			@Nullable String origin, @Nullable String method, @Nullable String headers, @Nullable String mode,
			@Nullable String host) {
		return Mono.deferContextual((context) -> {
			OwnAddress own = ownAddress(context);
			// Sources are asked, which may take long
			return Mono
				.fromSupplier(() -> WebView
					.respond(() -> this.endpoint.view(own, view, path, origin, method, headers, mode, host)))
				.subscribeOn(Schedulers.boundedElastic());
		});
	}

	private OwnAddress ownAddress(ContextView context) {
		return ServerWebExchangeContextFilter.getExchange(context).map(this::ownAddress).orElse(OwnAddress.UNKNOWN);
	}

	private OwnAddress ownAddress(ServerWebExchange exchange) {
		URI uri = exchange.getRequest().getURI();
		if (uri.getScheme() == null) {
			return OwnAddress.UNKNOWN;
		}
		Authority authority = Authority.of(uri);
		OwnAddress asked = new OwnAddress(uri.getScheme(), authority.host(), authority.port(),
				exchange.getRequest().getPath().contextPath().value());
		return asked.ofApplication(this.environment, ContextPath.of(this.environment));
	}

}
