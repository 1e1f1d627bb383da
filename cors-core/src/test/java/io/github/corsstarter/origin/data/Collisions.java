package io.github.corsstarter.origin.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Labels of hosts that all have one hash.
 */
final class Collisions {

	private static final String[] BLOCKS = { "qenbsnid", "ughskmpo" };

	private Collisions() {
	}

	static List<String> names(int bits) {
		List<String> names = new ArrayList<>();
		for (int number = 0; number < (1 << bits); number++) {
			StringBuilder name = new StringBuilder();
			for (int bit = 0; bit < bits; bit++) {
				name.append((bit > 0 && bit % 6 == 0) ? "." : "").append(BLOCKS[(number >>> bit) & 1]);
			}
			names.add(name.toString());
		}
		return names;
	}

}
