package io.stepunit.internal.junit;

import io.stepunit.internal.mutation.MutationResult.TestName;
import io.stepunit.internal.report.Reached;
import java.util.List;
import java.util.Optional;

/**
 * A test that was run.
 *
 * @param name what reports call it
 * @param failure what it failed with, or a container around it
 * @param nanos its real duration
 * @param isOfSweep whether a fault matrix or interleavings made it
 * @param reached what its executions reached
 */
record RanTest(
    TestName name, Optional<String> failure, long nanos, boolean isOfSweep, List<Reached> reached) {
  String id() {
    return name.id();
  }

  /** Whether it is one of many that a method has made. */
  boolean isGenerated() {
    String last = id().substring(id().lastIndexOf("/[") + 1);
    return last.startsWith("[test-template-invocation:") || last.startsWith("[dynamic-test:");
  }

  /** Its place among those, from 1. */
  int number() {
    return Integer.parseInt(id().substring(id().lastIndexOf('#') + 1, id().length() - 1));
  }

  /** The id of what it is in. */
  String container() {
    return id().substring(0, id().lastIndexOf("/["));
  }
}
