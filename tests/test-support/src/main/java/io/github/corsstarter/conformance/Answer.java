package io.github.corsstarter.conformance;

import java.util.List;

import io.github.corsstarter.wire.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a target made of a case.
 *
 * @param applicationCalls how often the application was called
 * @param status the status of the response
 * @param headers the header lines of the response
 * @param body its body, or {@code null} if the target has none to show
 * @param reason why the request was rejected, or {@code null} if the target cannot tell
 */
public record Answer(int applicationCalls, int status, List<HttpHeader> headers, @Nullable String body,
		@Nullable String reason) {

}
