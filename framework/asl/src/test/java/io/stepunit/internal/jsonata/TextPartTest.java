package io.stepunit.internal.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPartTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a = 1               | = 1
          a.*                 | .
          * * 2               | * 2
          -3 + $x             | 3 +
          /a=b/               |
          'a = 1' & "b > 2"   | &
          $x and true         | and true
          and.or              | .
          a[b >= 0.5] /* = */ | [ >= 0.5
          f(a) / null         | ( /
          """)
  void tells_operators_between_operands_numbers_and_booleans(String text, String parts) {
    assertThat(TextPart.of(text).stream().map(TextPart::text).toList())
        .isEqualTo(parts == null ? List.of() : List.of(parts.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({"a + bc < 9, 2", "12 * x, 0"})
  void tells_where_they_stand(String text, int first) {
    assertThat(TextPart.of(text))
        .first()
        .satisfies(part -> assertThat(part.start()).isEqualTo(first));
    assertThat(TextPart.of(text))
        .allSatisfy(part -> assertThat(text.substring(part.start())).startsWith(part.text()));
  }
}
