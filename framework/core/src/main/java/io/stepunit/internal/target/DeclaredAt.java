package io.stepunit.internal.target;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a test made a mock or declared a fault. The line is worked out when it is asked for: most
 * mocks never tell it.
 */
public final class DeclaredAt {
  /** Enough for the frames between a machine's mock(…) and its test: they are fetched at once. */
  private static final int FRAMES = 4;

  private static final StackWalker WALKER =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE), FRAMES);

  private static final ClassValue<Boolean> OWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return isOwn(type);
        }
      };

  private final @Nullable StackFrame line;
  private final String annotation;

  private DeclaredAt(@Nullable StackFrame line, String annotation) {
    this.line = line;
    this.annotation = annotation;
  }

  /** The innermost line on the stack that is not StepUnit's own; the outermost if all are. */
  public static DeclaredAt caller() {
    return new DeclaredAt(WALKER.walk(frames -> firstForeign(frames.iterator())), "");
  }

  /** What has no line of its own, such as an annotated field. */
  public static DeclaredAt annotation(String text) {
    return new DeclaredAt(null, text);
  }

  private static StackFrame firstForeign(Iterator<StackFrame> frames) {
    StackFrame frame = frames.next();
    while (OWN.get(frame.getDeclaringClass()) && frames.hasNext()) {
      frame = frames.next();
    }
    return frame;
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

  /** For people: {@code OrderTest.java:41}, or the annotation that declared it. */
  public String text() {
    return line == null ? annotation : text(line);
  }

  private static String text(StackFrame line) {
    String file = Objects.requireNonNullElse(line.getFileName(), "Unknown");
    return line.getLineNumber() < 0 ? file : file + ":" + line.getLineNumber();
  }

  /** The form of a stack trace, which IDEs turn into a link; or the annotation. */
  public String frame() {
    return line == null
        ? annotation
        : "at " + line.getClassName() + "." + line.getMethodName() + "(" + text(line) + ")";
  }

  @Override
  public String toString() {
    return text();
  }
}
