package io.stepunit.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What is masked in recorded executions when their files are read: personal data need not reach a
 * report, a test or a repository. Immutable.
 *
 * <pre>{@code
 * Masking masking = Masking.nothing().emails().cardNumbers().fields("name", "street");
 * Replays.of(folder).maskedBy(masking).through(order);
 * }</pre>
 *
 * <p>Letters become other letters, and digits other digits: length, case and punctuation stay. The
 * same value has the same mask in all executions, so that what was equal stays equal. A value that
 * is masked in one place is masked wherever it stands: in other fields, names, errors, causes and
 * JSON within texts.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL)
public final class Masking {
  private final List<String> fields;
  private final List<String> paths;
  private final List<Pattern> patterns;
  private final boolean emails;
  private final boolean cards;

  private Masking(
      List<String> fields,
      List<String> paths,
      List<Pattern> patterns,
      boolean emails,
      boolean cards) {
    this.fields = List.copyOf(fields);
    this.paths = List.copyOf(paths);
    this.patterns = List.copyOf(patterns);
    this.emails = emails;
    this.cards = cards;
  }

  /** Nothing, to begin with. */
  public static Masking nothing() {
    return new Masking(List.of(), List.of(), List.of(), false, false);
  }

  /** Also masks e-mail addresses, wherever they stand. */
  public Masking emails() {
    return new Masking(fields, paths, patterns, true, cards);
  }

  /**
   * Also masks the numbers of payment cards, as text or as numbers: 13 to 19 digits with a right
   * check digit, which masks have, too.
   */
  public Masking cardNumbers() {
    return new Masking(fields, paths, patterns, emails, true);
  }

  /**
   * Also masks all that stands in fields of these names, at any depth. Numbers become other numbers
   * with as many digits, booleans become false.
   *
   * @param names names of fields and variables, whatever their case
   */
  public Masking fields(String... names) {
    Objects.requireNonNull(names, "names");
    return new Masking(joined(fields, names), paths, patterns, emails, cards);
  }

  /**
   * Also masks all that stands at these paths of inputs, outputs and requests.
   *
   * @param more JSON paths of names, indexes and wildcards: {@code $.customer.name}, {@code
   *     $.lines[*].note}, {@code $..street}
   * @throws IllegalArgumentException if a path does not begin with {@code $} or has a filter
   */
  public Masking paths(String... more) {
    Objects.requireNonNull(more, "more");
    for (String path : more) {
      if (!path.startsWith("$") || path.contains("?") || path.contains("(")) {
        throw new IllegalArgumentException(
            "'%s' is no path that can be masked: expected names, indexes and wildcards, such as $.customer.name or $.lines[*].note."
                .formatted(path));
      }
    }
    return new Masking(fields, joined(paths, more), patterns, emails, cards);
  }

  /**
   * Also masks what a regular expression finds in texts.
   *
   * @throws IllegalArgumentException if it is no regular expression
   */
  public Masking matching(String regex) {
    Objects.requireNonNull(regex, "regex");
    try {
      List<Pattern> all = new ArrayList<>(patterns);
      all.add(Pattern.compile(regex));
      return new Masking(fields, paths, all, emails, cards);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'" + regex + "' is no regular expression: " + e.getDescription(), e);
    }
  }

  private static List<String> joined(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  /** The names of masked fields. */
  public List<String> fields() {
    return fields;
  }

  /** The masked paths. */
  public List<String> paths() {
    return paths;
  }

  /** The regular expressions. */
  public List<Pattern> patterns() {
    return patterns;
  }

  /** Whether e-mail addresses are masked. */
  public boolean masksEmails() {
    return emails;
  }

  /** Whether the numbers of payment cards are masked. */
  public boolean masksCardNumbers() {
    return cards;
  }

  /** Whether there is nothing to mask. */
  public boolean isEmpty() {
    return fields.isEmpty() && paths.isEmpty() && patterns.isEmpty() && !emails && !cards;
  }
}
