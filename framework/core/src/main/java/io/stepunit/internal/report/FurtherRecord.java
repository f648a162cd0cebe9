package io.stepunit.internal.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What is to be written with the records of a test. */
@FunctionalInterface
interface FurtherRecord {
  /**
   * The records, when the test has ended; each begins with its kind. It is called by one thread at
   * a time.
   */
  List<ObjectNode> of(RecordedTest test);
}
