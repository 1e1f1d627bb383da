package io.github.corsstarter.origin.automaton;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link WorkLimit}.
 */
class WorkLimitTests {

	@Test
	void limitIsSpentToTheLastStep() {
		WorkLimit limit = WorkLimit.of(10);
		limit.spend(4);
		limit.spend(6);
		assertThat(limit.spent()).isEqualTo(10);
		assertThat(limit.isExhausted()).isTrue();
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> limit.spend(1));
	}

	@Test
	void limitThatIsOverspentIsEmpty() {
		WorkLimit limit = WorkLimit.of(10);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> limit.spend(Integer.MAX_VALUE))
			.withMessage(WorkLimit.TOO_COMPLICATED);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> limit.spend(1));
		assertThat(limit.spent()).isEqualTo(10);
	}

	@Test
	void partIsAShareOfWhatIsLeft() {
		WorkLimit whole = new WorkLimit(100, "Used up.");
		WorkLimit first = whole.part(50, 2);
		first.spend(50);
		assertThat(first.isExhausted()).isTrue();
		assertThat(whole.spent()).isEqualTo(50);
		WorkLimit second = whole.part(50, 2);
		second.spend(25);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> second.spend(1)).withMessage("Used up.");
		assertThat(whole.spent()).isEqualTo(75);
	}

	@Test
	void partThatIsLimitedByItselfSaysSo() {
		WorkLimit part = new WorkLimit(1_000, "Used up.").part(50, 2);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> part.spend(51))
			.withMessage(WorkLimit.TOO_COMPLICATED);
	}

	@Test
	void partsTogetherStayWithinTheWhole() {
		WorkLimit whole = new WorkLimit(100, "Used up.");
		WorkLimit first = whole.part(80, 1);
		WorkLimit second = whole.part(80, 1);
		first.spend(80);
		assertThatExceptionOfType(TooMuchWorkException.class).isThrownBy(() -> second.spend(21))
			.withMessage("Used up.");
		assertThat(whole.spent()).isEqualTo(100);
		assertThat(whole.part(80, 1).isExhausted()).isTrue();
	}

}
