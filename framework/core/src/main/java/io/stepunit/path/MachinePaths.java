package io.stepunit.path;

import io.stepunit.internal.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The ways through a machine: as few as together take each {@code Next}, each {@code Default}, each
 * rule of a Choice and each Catcher, use each Retrier, and enter each state.
 *
 * <pre>{@code
 * MachinePaths paths = order.paths();
 * assertThat(paths.missing()).isEmpty();
 * }</pre>
 *
 * @param cases the paths, first one in which all goes well
 * @param missing the transitions that no path takes
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public record MachinePaths(List<PathCase> cases, List<Missing> missing) {
  /** How often a path comes back to a state at most, unless another number is asked for. */
  public static final int LOOPS = 3;

  /** Copies the lists. */
  public MachinePaths {
    cases = List.copyOf(cases);
    missing = List.copyOf(missing);
  }

  /**
   * A transition for which no input and no answers were found.
   *
   * @param transition the transition, such as {@code Check → Review}
   * @param reason what is missing: what the data would have to be like, or what kept executions
   *     from taking it
   * @param behind the transitions that only an execution can take that has taken this one
   */
  public record Missing(String transition, String reason, List<String> behind) {
    /** Copies the list. */
    public Missing {
      behind = List.copyOf(behind);
    }

    /** The transition, what is missing, and what lies behind it. */
    @Override
    public String toString() {
      String rest =
          behind.isEmpty() ? "" : "\nBehind it, and not tried either: " + String.join("; ", behind);
      return Printable.lines(transition + ": " + reason + rest);
    }
  }

  /** The path of a name; empty if there is none. */
  public Optional<PathCase> find(String name) {
    return cases.stream().filter(path -> path.name().equals(name)).findFirst();
  }

  /** The names of the paths and what is missing, a line each. */
  @Override
  public String toString() {
    String lines = cases.stream().map(PathCase::name).collect(Collectors.joining("\n"));
    return missing.stream()
        .map(each -> "\nmissing: " + each)
        .collect(Collectors.joining("", Printable.lines(lines), ""));
  }
}
