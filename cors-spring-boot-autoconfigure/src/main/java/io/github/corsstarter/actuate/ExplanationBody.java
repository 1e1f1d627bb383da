package io.github.corsstarter.actuate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An explanation as the endpoint answers it: its JSON does not depend on how the
 * application's own is written.
 *
 * @param explanation what is explained
 */
record ExplanationBody(@JsonUnwrapped CorsExplanation explanation) implements OperationResponseBody {

}
