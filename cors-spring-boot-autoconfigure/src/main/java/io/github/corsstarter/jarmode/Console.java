package io.github.corsstarter.jarmode;

import java.io.PrintStream;

/**
 * Where results and everything else go.
 *
 * @param out standard output: results, and nothing else
 * @param err standard error
 */
record Console(PrintStream out, PrintStream err) {

}
