package io.github.corsstarter.sample.book;

import java.math.BigDecimal;

import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A change of some properties of a book; what is {@code null} stays as it is.
 *
 * @param title the new title
 * @param author the new author
 * @param price the new price, in euros
 */
record BookChange(@Nullable @Size(min = 1) String title, @Nullable @Size(min = 1) String author,
		@Nullable @PositiveOrZero BigDecimal price) {

	Book applyTo(Book book) {
		return new Book(book.id(), orElse(this.title, book.title()), orElse(this.author, book.author()),
				orElse(this.price, book.price()));
	}

	private static <T> T orElse(@Nullable T value, T fallback) {
		return (value != null) ? value : fallback;
	}

}
