package io.github.corsstarter.test.fetch;

/**
 * Why a page learns nothing of a response.
 *
 * @param sentence what Chromium's console says after <em>has been blocked by CORS
 * policy:</em>, or the name of its error where the reason is another
 * @param remedy what to change
 */
public record NetworkError(String sentence, String remedy) {
}
