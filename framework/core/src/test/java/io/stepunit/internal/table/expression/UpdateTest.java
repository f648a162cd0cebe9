package io.stepunit.internal.table.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import io.stepunit.internal.table.value.AttributeValue.Attributes;
import io.stepunit.internal.table.value.PlainJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates of the bicycle of a catalog. */
class UpdateTest {
  private static JsonNode after(String expression, Attributes item) {
    return PlainJson.json(UpdateReader.read(expression, Bicycle.placeholders()).apply(item));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SET Price = :n100 | /Price | 100
          set Price = Price - :n15 | /Price | 485
          SET Price = Price + :n5, Category = :red | /Price | 505
          SET Price = :n5 - Price | /Price | -495
          SET Price = if_not_exists(Price, :n5) | /Price | 500
          SET Clicks = if_not_exists(Clicks, :n5) + :n100 | /Clicks | 105
          SET Price = (Price + :n5) | /Price | 505
          SET Related[0] = :n5 | /Related | [5,472,649]
          SET Related[7] = :n5 | /Related | [341,472,649,5]
          SET Related[9] = :n5, Related[8] = :n100 | /Related | [341,472,649,100,5]
          SET Related = list_append(Related, :list) | /Related | [341,472,649,999]
          SET Related = list_append(:list, Related) | /Related | [999,341,472,649]
          SET More = list_append(if_not_exists(More, :empty), :list) | /More | [999]
          SET Pictures.Side = :s | /Pictures | {"Front":"front.jpg","Rear":"rear.jpg","Side":"Bicycle"}
          SET #r.FiveStar[1] = :red | /Reviews/FiveStar | ["Excellent!","Red"]
          SET Title = Category, Category = Title | /Title | "Bicycle"
          SET Title = Category, Category = Title | /Category | "Bicycle 123"
          SET #s = :null | /Safety.Warning | null
          REMOVE Related[1], Related[0] | /Related | [649]
          REMOVE Related[0], Related[1], Related[9] | /Related | [649]
          REMOVE Related[0] SET Related[2] = :n5 | /Related | [472,5]
          REMOVE Pictures.Front, Title | /Pictures | {"Rear":"rear.jpg"}
          ADD Price :n5 | /Price | 505
          ADD Clicks :n5 | /Clicks | 5
          ADD Colors :green_set | /Colors | ["Black","Green","Red"]
          ADD Tags :green_set | /Tags | ["Green"]
          ADD Sizes :numbers | /Sizes | [48,52,56]
          DELETE Sizes :numbers | /Sizes | [48]
          DELETE Tags :green_set | /Title | "Bicycle 123"
          ADD Price :n5 SET Category = :red REMOVE Title DELETE Colors :green_set | /Price | 505
          """)
  void changes_the_item(String expression, String pointer, String expected) {
    JsonNode changed = after(expression, Bicycle.ITEM);

    assertThat(changed.at(pointer)).isEqualTo(Json.parse(expected));
  }

  @Test
  void removes_attributes_and_sets_that_would_be_empty() {
    JsonNode changed = after("REMOVE Title, Gone DELETE Colors :set", Bicycle.ITEM);

    assertThat(changed.has("Title")).isFalse();
    assertThat(changed.has("Colors")).isFalse();
    assertThat(changed.size()).isEqualTo(Bicycle.ITEM.members().size() - 2);
  }

  @Test
  void leaves_the_item_before_as_it_was() {
    Attributes before = Bicycle.item("{\"Id\": {\"N\": \"1\"}}");

    after("SET Price = :n5", before);

    assertThat(PlainJson.json(before)).isEqualTo(Json.parse("{\"Id\":1}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SET Price = Clicks + :n5 | The provided expression refers to an attribute that does not exist in the item
          SET Price = Title + :n5 | An operand in the update expression has an incorrect data type
          SET Related = list_append(Related, Title) | An operand in the update expression has an incorrect data type
          ADD Title :n5 | An operand in the update expression has an incorrect data type
          ADD Sizes :green_set | An operand in the update expression has an incorrect data type
          DELETE Price :numbers | An operand in the update expression has an incorrect data type
          SET Gone.Front = :s | The document path provided in the update expression is invalid for update
          SET Title.Front = :s | The document path provided in the update expression is invalid for update
          SET Pictures[0] = :s | The document path provided in the update expression is invalid for update
          REMOVE Gone.Front | The document path provided in the update expression is invalid for update
          """)
  void an_update_that_the_item_does_not_allow_is_refused(String expression, String reason) {
    assertThatThrownBy(() -> after(expression, Bicycle.ITEM))
        .hasMessage("ValidationException: " + reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Price = :n5 | Syntax error; token: "Price", near: "Price ="
          SET Price | Syntax error; token: "<EOF>", near: "Price"
          SET Price = :n5 Title = :s | Syntax error; token: "Title", near: ":n5 Title ="
          SET Price = :n5 * :n5 | Syntax error; token: "*", near: ":n5 * :n5"
          SET Price = :n5 + :n5 + :n5 | Syntax error; token: "+", near: ":n5 + :n5"
          ADD Price Title | Syntax error; token: "Title", near: "Price Title"
          SET Price = :n5 SET Category = :s | The "SET" section can only be used once in an update expression;
          SET Price = :n5 REMOVE Price | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [Price], path two: [Price]
          SET Pictures = :map REMOVE Pictures.Front | Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [Pictures], path two: [Pictures, Front]
          SET Pictures.Front = :s, Pictures[0] = :s | Two document paths conflict with each other; must remove or rewrite one of these paths; path one: [Pictures, Front], path two: [Pictures, [0]]
          ADD Price :s | Incorrect operand type for operator or function; operator: ADD, operand type: STRING, typeSet: ALLOWED_FOR_ADD_OPERAND
          DELETE Colors :n5 | Incorrect operand type for operator or function; operator: DELETE, operand type: NUMBER, typeSet: ALLOWED_FOR_DELETE_OPERAND
          SET Price = Price + :s | Incorrect operand type for operator or function; operator or function: +, operand type: S
          SET Related = list_append(Related, :s) | Incorrect operand type for operator or function; operator or function: list_append, operand type: S
          SET Price = size(Title) | The function is not allowed in an update expression; function: size
          SET Price = round(Price, :n5) | Invalid function name; function: round
          SET Price = if_not_exists(:n5, :n5) | Operator or function requires a document path; operator or function: if_not_exists
          SET Price = if_not_exists(Price) | Incorrect number of operands for operator or function; operator or function: if_not_exists, number of operands: 1
          SET Status = :s | Attribute name is a reserved keyword; reserved keyword: Status
          SET Price = :gone | An expression attribute value used in expression is not defined; attribute value: :gone
          """)
  void an_update_that_makes_no_sense_is_refused(String expression, String reason) {
    assertThatThrownBy(() -> after(expression, Bicycle.ITEM))
        .hasMessage("ValidationException: Invalid UpdateExpression: " + reason);
  }
}
