package io.github.corsstarter.origin;

import java.util.List;

/**
 * A change to an entry that may confine it, and what it says about the entry.
 *
 * @param text the changed entry in full
 * @param faults the mistakes that the change mends
 */
record EntryCorrection(String text, List<Confinement.Fault> faults) {

}
