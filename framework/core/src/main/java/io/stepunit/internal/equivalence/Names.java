package io.stepunit.internal.equivalence;

import java.util.Map;

/**
 * How states of the original are called in the new machine.
 *
 * @param renamed the new names, by the names in the original
 */
record Names(Map<String, String> renamed) {
  String now(String original) {
    return renamed.getOrDefault(original, original);
  }
}
