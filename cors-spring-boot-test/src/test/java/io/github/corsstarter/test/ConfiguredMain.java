package io.github.corsstarter.test;

/**
 * A program without a test framework that judges the configuration of {@link Shop}.
 */
public final class ConfiguredMain {

	private ConfiguredMain() {
	}

	/**
	 * Judge the profile {@code prod}.
	 * @param args nothing
	 */
	public static void main(String[] args) {
		ConfiguredCors shop = ConfiguredCors.of(Shop.class).profiles("prod").load();
		CorsAssertions.assertThat(shop).isAccepted().acceptsNoLoopbackOrigin().matchesApproved();
		CorsAssertions.assertThat(shop).from("https://app.example.com").mayCall("GET", "/api/books");
		System.out.println("Judged " + shop);
	}

}
