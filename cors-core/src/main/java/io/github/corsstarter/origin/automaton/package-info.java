/**
 * Regular languages, bounded while they are built. Internal: only packages below
 * {@code io.github.corsstarter.origin} may use it.
 * <p>
 * The automata are our own because no library bounds them while they are built:
 * {@code dk.brics.automaton} determinises without a limit and has switches that are
 * shared by the whole process, and neither it nor Lucene keeps the position of what an
 * expression says. Tests compare every verdict with {@code dk.brics.automaton}.
 */
@NullMarked
package io.github.corsstarter.origin.automaton;

import org.jspecify.annotations.NullMarked;
