package io.github.corsstarter.actuate;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import io.github.corsstarter.web.ContextPath;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.aot.hint.annotation.RegisterReflectionForBinding;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.core.env.Environment;
import org.springframework.lang.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * {@link EndpointWebExtension @EndpointWebExtension} for {@link CorsEndpoint} on the
 * servlet stack, which knows the origin of the application.
 */
@EndpointWebExtension(endpoint = CorsEndpoint.class)
@RegisterReflectionForBinding({ CorsExplanation.class, CorsRejections.RejectionsDescriptor.class,
		RefusedOriginsDescriptor.class, WebView.BadRequestDescriptor.class })
public class CorsEndpointServletExtension {

	private final CorsEndpoint endpoint;

	private final Environment environment;

	private final Filter forwardedHeaders;

	/**
	 * Create the extension.
	 * @param endpoint what it extends
	 * @param environment knows the port of the application, beside which the endpoints
	 * may have their own
	 * @param forwardedHeaders the application's filter for forwarded headers, which is
	 * not there on that port; passes on what it gets if the application has none
	 */
	public CorsEndpointServletExtension(CorsEndpoint endpoint, Environment environment, Filter forwardedHeaders) {
		this.endpoint = endpoint;
		this.environment = environment;
		this.forwardedHeaders = forwardedHeaders;
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
	 * @throws ServletException if the filter for forwarded headers fails
	 * @throws IOException if the filter for forwarded headers fails
	 */
	@ReadOperation
	@SuppressWarnings("deprecation")
	public WebEndpointResponse<OperationResponseBody> view(@Selector String view, @Nullable String path,
			@Nullable String origin, @Nullable String method, @Nullable String headers, @Nullable String mode,
			@Nullable String host) throws ServletException, IOException {
		OwnAddress own = ownAddress();
		return WebView.respond(() -> this.endpoint.view(own, view, path, origin, method, headers, mode, host));
	}

	private OwnAddress ownAddress() throws ServletException, IOException {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			HttpServletRequest request = forwarded(attributes);
			OwnAddress asked = new OwnAddress(request.getScheme(), request.getServerName(), request.getServerPort(),
					request.getContextPath());
			return asked.ofApplication(this.environment, ContextPath.of(this.environment));
		}
		return OwnAddress.UNKNOWN;
	}

	private HttpServletRequest forwarded(ServletRequestAttributes attributes) throws ServletException, IOException {
		AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
		this.forwardedHeaders.doFilter(attributes.getRequest(), attributes.getResponse(),
				(request, response) -> seen.set((HttpServletRequest) request));
		return Objects.requireNonNullElse(seen.get(), attributes.getRequest());
	}

}
