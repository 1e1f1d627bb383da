package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.automaton.CharacterSet;

/**
 * Says where in an entry characters stand by the names next to them, because nobody
 * counts characters.
 *
 * @param text the entry
 */
record NearbyNames(String text) {

	/** Return the name that begins at an index, empty when there is none. */
	String at(int start) {
		int end = start;
		while (end < this.text.length() && CharacterSet.LABEL.contains(this.text.charAt(end))) {
			end++;
		}
		return this.text.substring(start, end);
	}

	/** Say where characters stand, such as {@code before 'example' and 'com'}. */
	String places(List<Integer> positions) {
		StringBuilder places = new StringBuilder();
		String last = "";
		for (String place : positions.stream().map(this::place).distinct().toList()) {
			String preposition = place.substring(0, place.indexOf('\''));
			places.append(places.isEmpty() ? "" : " and ")
				.append(preposition.equals(last) ? place.substring(preposition.length()) : place);
			last = preposition;
		}
		return places.toString();
	}

	private String place(int position) {
		String next = at(position + 1);
		if (!next.isEmpty()) {
			return "before '" + next + "'";
		}
		int start = position;
		while (start > 0 && CharacterSet.LABEL.contains(this.text.charAt(start - 1))) {
			start--;
		}
		if (start < position) {
			return "after '" + this.text.substring(start, position) + "'";
		}
		return "within '" + this.text.substring(Math.max(0, position - 1), Math.min(position + 2, this.text.length()))
				+ "'";
	}

}
