package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text must stand out by 4.5 to 1, what shapes and signs are made of by 3 to 1 (WCAG 2.2, AA). */
class ContrastTest {
  private static final Pattern TOKEN =
      Pattern.compile("--(\\w+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");
  private static final Map<String, Pair> TOKENS =
      TOKEN
          .matcher(PageSources.ofThisJar().get("style.css"))
          .results()
          .collect(
              Collectors.toUnmodifiableMap(
                  match -> match.group(1), match -> new Pair(match.group(2), match.group(3))));

  @ParameterizedTest
  @CsvSource({
    "fg, bg",
    "fg, sub",
    "fg, accbg",
    "fg, badbg",
    "fg, catbg",
    "fg, okbg",
    "fg, runbg",
    "fg, abobg",
    "fg, h1",
    "fg, h2",
    "fg, h3",
    "fg, h4",
    "mut, bg",
    "mut, sub",
    "mut, accbg",
    "mut, badbg",
    "acc, bg",
    "acc, sub",
    "acc, accbg",
    "acc, badbg",
    "ok, bg",
    "ok, sub",
    "ok, okbg",
    "bad, bg",
    "bad, sub",
    "bad, badbg",
    "cat, bg",
    "cat, sub",
    "cat, catbg",
    "run, bg",
    "run, sub",
    "run, runbg",
    "abo, bg",
    "abo, sub",
    "abo, abobg",
    "bg, bad"
  })
  void text_is_readable(String text, String ground) {
    assertThat(TOKENS.get(text).lightContrast(TOKENS.get(ground))).isGreaterThanOrEqualTo(4.5);
    assertThat(TOKENS.get(text).darkContrast(TOKENS.get(ground))).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @CsvSource({
    "line2, bg",
    "line2, sub",
    "acc, line",
    "ok, okbg",
    "bad, badbg",
    "cat, catbg",
    "run, h1",
    "acc, accbg"
  })
  void shapes_are_seen(String shape, String ground) {
    assertThat(TOKENS.get(shape).lightContrast(TOKENS.get(ground))).isGreaterThanOrEqualTo(3);
    assertThat(TOKENS.get(shape).darkContrast(TOKENS.get(ground))).isGreaterThanOrEqualTo(3);
  }

  private record Pair(String light, String dark) {
    double lightContrast(Pair other) {
      return contrast(light, other.light);
    }

    double darkContrast(Pair other) {
      return contrast(dark, other.dark);
    }

    private static double contrast(String one, String other) {
      double a = luminance(one);
      double b = luminance(other);
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String color) {
      int rgb = Integer.parseInt(color.substring(1), 16);
      return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
      double value = (channel & 0xff) / 255.0;
      return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
  }
}
