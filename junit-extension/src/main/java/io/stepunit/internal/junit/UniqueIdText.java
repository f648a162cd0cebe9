package io.stepunit.internal.junit;

import io.stepunit.internal.report.TestRecording;
import java.util.Optional;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;

/** JUnit's unique ids as texts. JUnit makes the text of each from all its parts. */
final class UniqueIdText {
  private UniqueIdText() {}

  /**
   * The text of a test's id.
   *
   * @param parent what is recorded of the container around it
   */
  static String of(TestIdentifier test, Optional<TestRecording> parent) {
    return parent.isPresent() && test.getParentIdObject().isPresent()
        ? of(test.getUniqueIdObject(), test.getParentIdObject().get(), parent.get().id().uniqueId())
        : test.getUniqueId();
  }

  /**
   * The text of an id.
   *
   * @param aroundText the text of the id around it
   */
  static String of(UniqueId id, UniqueId around, String aroundText) {
    UniqueId.Segment last = id.getLastSegment();
    return id.removeLastSegment().equals(around)
        ? aroundText + "/" + UniqueId.root(last.getType(), last.getValue())
        : id.toString();
  }
}
