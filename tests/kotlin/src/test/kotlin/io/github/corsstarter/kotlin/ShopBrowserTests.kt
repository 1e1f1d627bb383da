package io.github.corsstarter.kotlin

import io.github.corsstarter.test.CorsAssertions.assertThat
import io.github.corsstarter.test.CorsBrowser
import org.junit.jupiter.api.Test
import org.springframework.beans.factory.annotation.Autowired
import org.springframework.boot.test.context.SpringBootTest
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc
import org.springframework.test.web.servlet.MockMvc

@SpringBootTest
@AutoConfigureMockMvc
class ShopBrowserTests(@Autowired mockMvc: MockMvc) {

    private val browser = CorsBrowser.at("https://app.example.com").using(mockMvc)

    @Test
    fun `the shop reads its orders`() {
        val result = browser.fetch("GET", "/api/orders").credentials().execute()
        assertThat(result).isReadable().hasStatus(200)
    }

    @Test
    fun `the shop deletes nothing`() {
        assertThat(browser.fetch("DELETE", "/api/orders").execute()).isBlocked()
    }
}
