package io.stepunit.internal.table.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.PlainJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of the bicycle of a catalog. */
class ProjectionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Title | {"Title":"Bicycle 123"}
          Title, Price, Colors | {"Colors":["Black","Red"],"Price":500,"Title":"Bicycle 123"}
          Gone | {}
          Related[0] | {"Related":[341]}
          Related[2], Related[0] | {"Related":[341,649]}
          Related[7] | {}
          Pictures.Front | {"Pictures":{"Front":"front.jpg"}}
          Id, #p.Rear | {"Id":123,"Pictures":{"Rear":"rear.jpg"}}
          Reviews.FiveStar[0], Reviews.OneStar | {"Reviews":{"FiveStar":["Excellent!"],"OneStar":["It broke"]}}
          Title.Front | {}
          """)
  void has_what_it_asks_for(String expression, String expected) {
    Projection projection = Projection.read(expression, Bicycle.placeholders());

    assertThat(PlainJson.json(projection.of(Bicycle.ITEM))).isEqualTo(Json.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Title, | Syntax error; token: "<EOF>", near: ","
          Title Price | Syntax error; token: "Price", near: "Title Price"
          Related[a] | Syntax error; token: "a", near: "[a]"
          Title, Title | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [Title], path two: [Title]
          Name | Attribute name is a reserved keyword; reserved keyword: Name
          """)
  void a_projection_that_makes_no_sense_is_refused(String expression, String reason) {
    assertThatThrownBy(() -> Projection.read(expression, Bicycle.placeholders()))
        .hasMessage("ValidationException: Invalid ProjectionExpression: " + reason);
  }
}
