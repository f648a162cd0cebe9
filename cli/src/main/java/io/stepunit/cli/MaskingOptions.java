package io.stepunit.cli;

import io.stepunit.recording.Masking;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that says which data are masked. */
final class MaskingOptions {
  private static final String FIELD = "field=";
  private static final String PATH = "path=";
  private static final String PATTERN = "pattern=";

  @Option(
      names = "--mask",
      paramLabel = "WHAT[,…]",
      description = {
        "Masks data as the files are read: email, card, field=NAME, path=$.a.b[*],",
        "pattern=REGEX, the last one alone. May be repeated."
      })
  private List<String> what = new ArrayList<>();

  /**
   * What is to be masked.
   *
   * @throws IllegalArgumentException if a part is none of the known ones
   */
  Masking masking() {
    Masking masking = Masking.nothing();
    for (String each : what) {
      if (each.startsWith(PATTERN)) {
        masking = masking.matching(each.substring(PATTERN.length()));
        continue;
      }
      for (String part : each.split(",")) {
        masking = with(masking, part.strip());
      }
    }
    return masking;
  }

  private static Masking with(Masking masking, String part) {
    if (part.equals("email")) {
      return masking.emails();
    }
    if (part.equals("card")) {
      return masking.cardNumbers();
    }
    if (part.startsWith(FIELD)) {
      return masking.fields(part.substring(FIELD.length()));
    }
    if (part.startsWith(PATH)) {
      return masking.paths(part.substring(PATH.length()));
    }
    throw new IllegalArgumentException(
        "--mask does not know '%s': expected email, card, field=NAME, path=$.a.b or pattern=REGEX."
            .formatted(part));
  }
}
