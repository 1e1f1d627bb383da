package io.github.corsstarter.sample.book;

import java.math.BigDecimal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * A book as a client writes it: whole, but for the id, which is the shop's to give.
 *
 * @param title the title on its cover
 * @param author who wrote it
 * @param price what it costs, in euros
 */
record BookDraft(@NotBlank String title, @NotBlank String author, @NotNull @PositiveOrZero BigDecimal price) {

	Book toBook(long id) {
		return new Book(id, this.title, this.author, this.price);
	}

}
