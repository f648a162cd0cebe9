package io.stepunit.fault;

import io.stepunit.mock.MockSite;

/**
 * Where a fault was declared.
 *
 * @param text for people: {@code OrderTest.java:41}, or the annotation that generated it
 * @param frame the form of a stack trace, or the annotation
 */
record DeclaredAt(String text, String frame) {
  static DeclaredAt caller() {
    MockSite site = MockSite.caller();
    return new DeclaredAt(site.toString(), site.frame());
  }
}
