package io.stepunit.internal.target;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Objects;

/**
 * Where a test made a mock or declared a fault.
 *
 * @param text for people: {@code OrderTest.java:41}, or the annotation that declared it
 * @param frame the form of a stack trace, which IDEs turn into a link; or the annotation
 */
public record DeclaredAt(String text, String frame) {
  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  /** The innermost line on the stack that is not StepUnit's own; the outermost if all are. */
  public static DeclaredAt caller() {
    return WALKER.walk(frames -> line(firstForeign(frames.iterator())));
  }

  /** What has no line of its own, such as an annotated field. */
  public static DeclaredAt annotation(String text) {
    return new DeclaredAt(text, text);
  }

  private static StackFrame firstForeign(Iterator<StackFrame> frames) {
    StackFrame frame = frames.next();
    while (isOwn(frame.getDeclaringClass()) && frames.hasNext()) {
      frame = frames.next();
    }
    return frame;
  }

  private static DeclaredAt line(StackFrame frame) {
    String file = Objects.requireNonNullElse(frame.getFileName(), "Unknown");
    String text = frame.getLineNumber() < 0 ? file : file + ":" + frame.getLineNumber();
    return new DeclaredAt(
        text, "at " + frame.getClassName() + "." + frame.getMethodName() + "(" + text + ")");
  }

  // The package alone would also skip tests that live in our packages, the place alone would skip
  // everything in a jar that holds us and the user's classes.
  private static boolean isOwn(Class<?> type) {
    String name = type.getPackageName();
    if (!name.equals("io.stepunit") && !name.startsWith("io.stepunit.")) {
      return false;
    }
    return type.getProtectionDomain().equals(DeclaredAt.class.getProtectionDomain());
  }

  @Override
  public String toString() {
    return text;
  }
}
