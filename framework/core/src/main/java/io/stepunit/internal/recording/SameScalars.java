package io.stepunit.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;

/** Which texts and numbers of two histories count as the same although they are not equal. */
interface SameScalars {
  /** None. */
  SameScalars EQUAL_ONES = new SameScalars() {};

  /** Whether a recorded text and one that was found count as the same. */
  default boolean sameText(String recorded, String found) {
    return recorded.equals(found);
  }

  /** Whether a recorded number and one that was found, which is not equal, count as the same. */
  default boolean sameNumber(JsonNode recorded, JsonNode found) {
    return false;
  }

  /** Whether a recorded text stands for a value of any type. */
  default boolean isAnything(String recorded) {
    return false;
  }

  /**
   * Whether a recorded text stands for any time.
   *
   * @param name the name of the member whose value it is
   */
  default boolean isAnyTime(String name, String recorded) {
    return false;
  }
}
