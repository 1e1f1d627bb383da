package io.github.corsstarter.sample.book;

import java.math.BigDecimal;

/**
 * A book the shop sells.
 *
 * @param id what the shop calls it
 * @param title the title on its cover
 * @param author who wrote it
 * @param price what it costs, in euros
 */
record Book(long id, String title, String author, BigDecimal price) {

}
