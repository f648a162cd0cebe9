package io.stepunit.internal.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Colours of a timeline on a terminal. Nothing else has them: texts that go into files and messages
 * stay plain.
 *
 * @since 0.1.0
 */
public final class TerminalColours {
  private static final String RESET = "\u001B[0m";
  private static final String DIM = "\u001B[2m";
  private static final String RED = "\u001B[31m";
  private static final String GREEN = "\u001B[32m";
  private static final String YELLOW = "\u001B[33m";
  private static final String MAGENTA = "\u001B[35m";

  private static final Pattern TIME = Pattern.compile("^\\+(?:\\d+d )?[\\d:.]+ +(?:#\\d+)?");

  /** What lines are about; of several that match, the first counts. */
  private static final List<Colour> COLOURS =
      List.of(
          new Colour(Pattern.compile("^\\.\\.\\. "), DIM),
          new Colour(Pattern.compile(", caught by Catch\\["), YELLOW),
          new Colour(Pattern.compile("  fault: "), MAGENTA),
          new Colour(
              Pattern.compile("  FailStateEntered|  [A-Z]\\w*(?:Failed|TimedOut|Aborted)\\b"), RED),
          new Colour(Pattern.compile("  ExecutionSucceeded\\b"), GREEN));

  private record Colour(Pattern lines, String code) {}

  private TerminalColours() {}

  /**
   * Whether output is to have colours.
   *
   * @param asked what the user asks for: {@code always} or {@code never}; else it depends
   * @param environment the environment variables
   * @param terminal whether the output is a terminal
   * @param windows whether the terminal is one of Windows, which may not know colours
   */
  public static boolean wanted(
      Optional<String> asked, Map<String, String> environment, boolean terminal, boolean windows) {
    if (asked.filter("always"::equals).isPresent()) {
      return true;
    }
    boolean refused =
        asked.filter("never"::equals).isPresent()
            || !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.containsKey("CI")
            || environment.getOrDefault("TERM", "").equals("dumb");
    boolean able =
        !windows
            || environment.containsKey("WT_SESSION")
            || environment.containsKey("TERM")
            || environment.getOrDefault("ConEmuANSI", "").equals("ON");
    return terminal && !refused && able;
  }

  /** The lines of a timeline in colours. */
  public static String of(List<String> lines) {
    return lines.stream().map(TerminalColours::line).collect(Collectors.joining("\n"));
  }

  private static String line(String line) {
    return COLOURS.stream()
        .filter(colour -> colour.lines().matcher(line).find())
        .findFirst()
        .map(colour -> colour.code() + line + RESET)
        .orElseGet(() -> TIME.matcher(line).replaceFirst(DIM + "$0" + RESET));
  }
}
