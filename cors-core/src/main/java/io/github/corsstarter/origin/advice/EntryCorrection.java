package io.github.corsstarter.origin.advice;

import java.util.List;

import io.github.corsstarter.origin.proof.Confinement;

/**
 * A change to an entry that may confine it, and what it says about the entry.
 *
 * @param text the changed entry in full
 * @param faults the mistakes that the change mends
 */
public record EntryCorrection(String text, List<Confinement.Fault> faults) {

}
