package io.stepunit.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the extension keeps its state: never in fields, as tests run in parallel. */
final class Stores {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StateMachineExtension.class);

  private Stores() {}

  /** What lives as long as the context, and is seen by the contexts below it. */
  static ExtensionContext.Store of(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  /** What all tests of a run share. */
  static ExtensionContext.Store ofRun(ExtensionContext context) {
    return of(context.getRoot());
  }

  /** The context of the outermost class around a test. */
  static ExtensionContext topLevelClass(ExtensionContext context) {
    ExtensionContext top = context;
    for (ExtensionContext each = context; ; each = each.getParent().orElseThrow()) {
      if (each.getTestClass().isEmpty()) {
        return top;
      }
      top = each;
      if (each.getParent().isEmpty()) {
        return top;
      }
    }
  }
}
