package io.github.corsstarter.origin.owner;

import java.util.Objects;

import io.github.corsstarter.origin.automaton.Automaton;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Network}: addresses and the expression for them end in the same place.
 */
class NetworkTests {

	@ParameterizedTest
	@CsvSource({ "127.0.0.0/8, 127.0.0.0, 127.255.255.255", "172.16.0.0/12, 172.16.0.0, 172.31.255.255",
			"100.64.0.0/10, 100.64.0.0, 100.127.255.255", "10.0.0.0/8, [::ffff:a00:0], [::ffff:aff:ffff]",
			"192.168.0.0/16, [::ffff:c0a8:0], [::ffff:c0a8:ffff]", "0.0.0.0, 0.0.0.0, [::ffff:0:0]",
			"[::1], [::1], [::1]", "fc00::/7, [fc00::], [fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff]",
			"fe80::/10, [fe80::1], [febf::1]" })
	void contains(String network, String first, String last) {
		assertThat(isInside(network, first)).isTrue();
		assertThat(isInside(network, last)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.0/8, 126.255.255.255, 128.0.0.0", "172.16.0.0/12, 172.15.255.255, 172.32.0.0",
			"100.64.0.0/10, 100.63.255.255, 100.128.0.0", "10.0.0.0/8, [::ffff:9ff:ffff], [::ffff:b00:0]",
			"192.168.0.0/16, [::ffff:c0a7:0], [::ffff:c0a9:0]", "0.0.0.0, 0.0.0.1, [::]", "[::1], [::2], [::]",
			"fc00::/7, [fbff::], [fe00::]", "fe80::/10, [fe7f::1], [fec0::1]", "10.0.0.0/8, [a00::], 11.0.0.0" })
	void doesNotContain(String network, String before, String after) {
		assertThat(isInside(network, before)).isFalse();
		assertThat(isInside(network, after)).isFalse();
	}

	private static boolean isInside(String name, String host) {
		Network network = Network.of(name);
		boolean inside = network.contains(Objects.requireNonNull(Network.address(host)));
		assertThat(Automaton.of(network.hosts()).accepts(host)).isEqualTo(inside);
		return inside;
	}

	@ParameterizedTest
	@CsvSource({ "app.10.1.2.3.nip.io, true", "app-10-1-2-3.sslip.io, true", "10.1.2-3.xip.io, true",
			"app.11.1.2.3.nip.io, false", "10.1.2.nip.io, false", "10.1.2.3.example.com, false",
			"1.10.1.2.3.nip.io, false", "0a010203.nip.io, true", "app-0a010203.nip.io, true",
			"fe.0a010203.sslip.io, true", "a-b_c.dead-0a010203.nip.io, true", "0b010203.nip.io, false",
			"xa0a010203.nip.io, false", "7f000001.0a010203.nip.io, false", "1.0a010203.nip.io, false",
			"0a010203.1.nip.io, false", "0a010203.example.com, false", "0a010203.10.1.2.3.nip.io, true" })
	void namesSpellAddresses(String host, boolean inside) {
		assertThat(Automaton.of(Network.of("10.0.0.0/8").hosts()).accepts(host)).isEqualTo(inside);
		assertThat(ReservedHosts.isPrivate(host)).isEqualTo(inside);
	}

}
