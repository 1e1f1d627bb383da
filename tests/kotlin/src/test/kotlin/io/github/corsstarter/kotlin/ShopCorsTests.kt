package io.github.corsstarter.kotlin

import io.github.corsstarter.policy.RejectionReason
import io.github.corsstarter.test.ConfiguredCors
import io.github.corsstarter.test.CorsAssertions.assertThat
import org.junit.jupiter.api.Test

class ShopCorsTests {

    private val prod = ConfiguredCors.of(ShopApplication::class.java).profiles("prod").load()

    @Test
    fun `production starts`() {
        assertThat(prod).isAccepted()
    }

    @Test
    fun `only the shop's own page may change anything`() {
        assertThat(prod).from("https://app.example.com").withCredentials().mayCall("POST", "/api/orders")
        assertThat(prod).from("https://evil.example").mayNotCall("POST", "/api/orders")
            .because(RejectionReason.ORIGIN_NOT_ALLOWED)
        assertThat(prod).path("/api/**").acceptsOnlyOriginsOf("app.example.com")
    }

    @Test
    fun `production allows what was approved`() {
        assertThat(prod).matchesApproved()
    }
}
