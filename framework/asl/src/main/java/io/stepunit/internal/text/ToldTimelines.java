package io.stepunit.internal.text;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The timelines that failures told together have shown so far: one that says the same again is left
 * out. Not for use by several threads.
 */
public final class ToldTimelines {
  /** Begins the part of a message that is a timeline; the name of the execution follows. */
  public static final String HEADING = "\nTimeline of execution ";

  private static final Pattern TIMELINE =
      Pattern.compile(HEADING + "(.*), seed -?\\d+:\n((?:(?: {2}|> ).*\n)*)(?:report: .*\n)?");
  private static final Pattern MARKED = Pattern.compile("^> .*?(#\\d+) ", Pattern.MULTILINE);

  private final Set<String> told = new HashSet<>();

  /** The failure, without its timeline if another one has shown the same lines. */
  public AssertionError withoutRepetition(AssertionError error) {
    Matcher timeline = TIMELINE.matcher(String.valueOf(error.getMessage()));
    if (error.getClass() != AssertionError.class
        || !timeline.find()
        || told.add(unmarked(timeline.group()))) {
      return error;
    }
    String shorter = timeline.replaceFirst(Matcher.quoteReplacement(reference(timeline)));
    return like(error, new AssertionError(shorter, error.getCause()));
  }

  /** Failures of one execution point at different events of it. */
  private static String unmarked(String timeline) {
    return timeline.replace("\n> ", "\n  ");
  }

  private static String reference(Matcher timeline) {
    Matcher marked = MARKED.matcher(timeline.group(2));
    return "(%s the timeline of execution %s above)\n"
        .formatted(marked.find() ? marked.group(1) + " in" : "See", timeline.group(1));
  }

  private static AssertionError like(AssertionError error, AssertionError shorter) {
    shorter.setStackTrace(error.getStackTrace());
    for (Throwable suppressed : error.getSuppressed()) {
      shorter.addSuppressed(suppressed);
    }
    return shorter;
  }
}
