package io.github.corsstarter.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.nio.file.Files
import java.nio.file.Path

/**
 * Holds `docs/kotlin-and-gradle.md` to the application and the tests of this module.
 */
class KotlinGuideTests {

    private val guide = read("../../docs/kotlin-and-gradle.md")

    @Test
    fun `the guide shows the configuration of the shop`() {
        assertThat(guide).contains("```yaml\n${read("src/main/resources/application.yml")}```\n")
    }

    @Test
    fun `the guide shows the tests of the shop`() {
        for (test in listOf("ShopCorsTests", "ShopBrowserTests")) {
            val source = read("src/test/kotlin/io/github/corsstarter/kotlin/$test.kt")
            assertThat(guide).contains("```kotlin\n${source.substring(source.indexOf("import "))}```\n")
        }
    }

    private fun read(file: String) = Files.readString(Path.of(file))
}
