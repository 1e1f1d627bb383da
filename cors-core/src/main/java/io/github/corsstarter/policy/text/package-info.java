/**
 * Texts of policies and requests as people read them: escaped, cut off and compared.
 */
@NullMarked
package io.github.corsstarter.policy.text;

import org.jspecify.annotations.NullMarked;
