package io.stepunit.mock;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Objects;

/**
 * The line of a test that made a mock or declared a fault.
 *
 * @param className the class's full name
 * @param method the method's name
 * @param file the file's name without its folder, {@code Unknown} if the class file has none
 * @param line 1-based; negative if the class file has none
 */
public record MockSite(String className, String method, String file, int line) {
  private static final StackWalker WALKER = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  /** The innermost line on the stack that is not StepUnit's own; the outermost if all are. */
  public static MockSite caller() {
    return WALKER.walk(frames -> of(firstForeign(frames.iterator())));
  }

  private static StackFrame firstForeign(Iterator<StackFrame> frames) {
    StackFrame frame = frames.next();
    while (isOwn(frame.getDeclaringClass()) && frames.hasNext()) {
      frame = frames.next();
    }
    return frame;
  }

  private static MockSite of(StackFrame frame) {
    return new MockSite(
        frame.getClassName(),
        frame.getMethodName(),
        Objects.requireNonNullElse(frame.getFileName(), "Unknown"),
        frame.getLineNumber());
  }

  // The package alone would also skip tests that live in our packages, the place alone would skip
  // everything in a jar that holds us and the user's classes.
  private static boolean isOwn(Class<?> type) {
    String name = type.getPackageName();
    if (!name.equals("io.stepunit") && !name.startsWith("io.stepunit.")) {
      return false;
    }
    return type.getProtectionDomain().equals(MockSite.class.getProtectionDomain());
  }

  /** The form of a stack trace, which IDEs turn into a link. */
  public String frame() {
    return "at " + className + "." + method + "(" + this + ")";
  }

  /** {@code OrderTest.java:41}. */
  @Override
  public String toString() {
    return line < 0 ? file : file + ":" + line;
  }
}
