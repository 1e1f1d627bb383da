package io.github.corsstarter.kotlin

import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.RestController

/**
 * A shop with orders.
 */
@SpringBootApplication(proxyBeanMethods = false)
class ShopApplication

@RestController
class OrderController {

    @GetMapping("/api/orders")
    fun orders() = listOf("Emma")
}
