package io.stepunit.internal.recording;

import java.util.List;

/** The fields whose recorded value is not what AWS answered: they are not compared. */
interface ReplacedFields {
  /** All values are as AWS answered them. */
  ReplacedFields NONE = path -> false;

  /**
   * Whether a field is left out of the comparison.
   *
   * @param path the names from the root of the answer to the field; array items add none
   */
  boolean contains(List<String> path);
}
