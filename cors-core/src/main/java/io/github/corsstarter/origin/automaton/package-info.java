/**
 * Regular languages, bounded while they are built. Internal: only packages below
 * {@code io.github.corsstarter.origin} and {@code io.github.corsstarter.comparison} may
 * use it.
 * <p>
 * The automata are our own for three reasons. They are bounded <em>while</em> they are
 * built: {@code dk.brics.automaton} determinises without any limit. They have no switches
 * that other libraries of an application share with them: those of
 * {@code dk.brics.automaton} hold for the whole process. And every expression knows its
 * position in the text, which neither that library nor Lucene keeps. Tests compare
 * verdicts, differences and matches with {@code dk.brics.automaton}.
 */
@NullMarked
package io.github.corsstarter.origin.automaton;

import org.jspecify.annotations.NullMarked;
