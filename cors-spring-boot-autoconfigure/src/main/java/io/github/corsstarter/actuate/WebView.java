package io.github.corsstarter.actuate;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Translates an answer of the endpoint. Applications mostly keep the messages of
 * exceptions to themselves; the endpoint says what was wrong.
 */
final class WebView {

	private WebView() {
	}

	static WebEndpointResponse<OperationResponseBody> respond(Supplier<@Nullable OperationResponseBody> view) {
		try {
			OperationResponseBody body = view.get();
			return (body != null) ? new WebEndpointResponse<>(body)
					: new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
		}
		catch (InvalidEndpointRequestException ex) {
			return new WebEndpointResponse<>(new BadRequestDescriptor(String.valueOf(ex.getMessage())),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
	}

	/**
	 * Description of a request that cannot be answered.
	 *
	 * @param message what is wrong with it
	 */
	record BadRequestDescriptor(String message) implements OperationResponseBody {

	}

}
