package io.github.corsstarter.test;

/**
 * Stands for a user's application: {@link ShopFixture} builds it elsewhere.
 */
final class Shop {

	private Shop() {
	}

}
