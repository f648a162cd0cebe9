package io.stepunit.internal.table.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stepunit.internal.table.value.AttributeValue.Attributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions and filters on the bicycle of a catalog. */
class ConditionTest {
  private static Condition read(String expression) {
    return ConditionReader.read(ExpressionKind.CONDITION, expression, Bicycle.placeholders());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Price = :n500",
        "Price <> :n100",
        "Price < :n600",
        "Price <= :n500",
        "Price > :n100",
        "Price >= :n500",
        "Price > :n5",
        "Price BETWEEN :n100 AND :n500",
        "Price between :n500 and :n600",
        "Category = :s",
        "Category IN (:red, :s)",
        "Price IN (:n500)",
        "Title > Category",
        "InStock = :true",
        "Recalled = :null",
        "Colors = :set",
        "Related[0] = :n341",
        "attribute_exists(Reviews.FiveStar[1])",
        "attribute_exists (#p.Front)",
        "attribute_not_exists(#s)",
        "attribute_not_exists(Related[3])",
        "attribute_not_exists(Pictures.Front.Side)",
        "attribute_type(Title, :S)",
        "attribute_type(Pictures, :M)",
        "attribute_type(Recalled, :NULL)",
        "begins_with(Title, :s)",
        "begins_with(Picture, :bytes)",
        "contains(Colors, :red)",
        "contains(Sizes, :n48)",
        "contains(Description, :road)",
        "contains(Related, :n341)",
        "size(Colors) = :n2",
        "size(Title) < :n15",
        "size(Pictures) = :n2",
        "size(Related) > :n2",
        "size(Picture) < :n5",
        "NOT Price = :n100",
        "not attribute_exists(#s)",
        "Price = :n100 OR Category = :s",
        "Price = :n500 AND Category = :s",
        "Price = :n100 AND Category = :red OR InStock = :true",
        "InStock = :true OR Price = :n100 AND Category = :red",
        "NOT Price = :n100 AND Category = :s",
        "(Price = :n100 OR Category = :s) AND InStock = :true",
        "((Price = :n100) OR Category = :s) AND NOT (InStock = :false)",
        "((Price = :n500) AND Category = :s OR InStock = :false)"
      })
  void holds(String expression) {
    boolean holds = read(expression).holds(Bicycle.ITEM);

    assertThat(holds).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Price = :n100",
        "Price < :n5",
        "Price = :s",
        "Price < :s",
        "Category = :n500",
        "Category IN (:red, :green)",
        "Price BETWEEN :n100 AND :n341",
        "attribute_exists(#s)",
        "attribute_exists(Title.Front)",
        "attribute_exists(Title[0])",
        "attribute_type(Title, :M)",
        "attribute_type(#s, :S)",
        "begins_with(Title, :road)",
        "begins_with(Price, :s)",
        "contains(Colors, :green)",
        "contains(Colors, :n48)",
        "contains(#s, :red)",
        "contains(Price, :n5)",
        "size(Price) > :n2",
        "size(#s) > :n2",
        "#s = :red",
        "#s < :red",
        "#s IN (:red)",
        "#s BETWEEN :a AND :zzz",
        "NOT attribute_exists(Title)",
        "(Price = :n100 OR Category = :s) AND InStock = :false"
      })
  void does_not_hold(String expression) {
    boolean holds = read(expression).holds(Bicycle.ITEM);

    assertThat(holds).isFalse();
  }

  @Test
  void an_attribute_that_is_not_there_differs_from_all_values() {
    Attributes nothing = Attributes.EMPTY;

    assertThat(read("Price <> :n100").holds(nothing)).isTrue();
    assertThat(read("Price = :n100").holds(nothing)).isFalse();
    assertThat(read("attribute_not_exists(Price)").holds(nothing)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Price > | Syntax error; token: "<EOF>", near: ">"
          Price * :n5 = :n100 | Syntax error; token: "*", near: "Price * :n5"
          Price = :n5 AND | Syntax error; token: "<EOF>", near: "AND"
          Price = :n5) | Syntax error; token: ")", near: ":n5)"
          Price :n5 | Syntax error; token: ":n5", near: "Price :n5"
          size(Title) | The function is not allowed to be used this way in an expression; function: size
          contains(Title, :s) = :true | The function is not allowed to be used this way in an expression; function: contains
          Price = begins_with(Title, :s) | The function is not allowed to be used this way in an expression; function: begins_with
          startsWith(Title, :s) | Invalid function name; function: startsWith
          list_append(Title, :s) = :s | Invalid function name; function: list_append
          attribute_exists(Title, :s) | Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 2
          begins_with(Title) | Incorrect number of operands for operator or function; operator or function: begins_with, number of operands: 1
          attribute_exists(:s) | Operator or function requires a document path; operator or function: attribute_exists
          begins_with(Title, :n5) | Incorrect operand type for operator or function; operator or function: begins_with, operand type: N
          attribute_type(Title, :n5) | Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N
          attribute_type(Title, :X) | Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}
          Price < :true | Incorrect operand type for operator or function; operator or function: <, operand type: BOOL
          Price BETWEEN :set AND :n5 | Incorrect operand type for operator or function; operator or function: BETWEEN, operand type: SS
          Price BETWEEN :n100 AND :n5 | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {N:100}, upper bound operand: AttributeValue: {N:5}
          Price BETWEEN :n5 AND :s | The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: AttributeValue: {N:5}, upper bound operand: AttributeValue: {S:Bicycle}
          Price = Price | The first operand must be distinct from the remaining operands for this operator or function; operator: =, first operand: [Price]
          ((Price = :n5)) | The expression has redundant parentheses;
          Status = :s | Attribute name is a reserved keyword; reserved keyword: Status
          Pictures.count = :s | Attribute name is a reserved keyword; reserved keyword: count
          Price = :gone | An expression attribute value used in expression is not defined; attribute value: :gone
          Price = #gone | An expression attribute name used in the document path is not defined; attribute name: #gone
          """)
  void a_condition_that_makes_no_sense_is_refused(String expression, String reason) {
    assertThatThrownBy(() -> read(expression))
        .hasMessage("ValidationException: Invalid ConditionExpression: " + reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void an_empty_condition_is_refused(String expression) {
    assertThatThrownBy(() -> read(expression))
        .hasMessageEndingWith("Invalid ConditionExpression: The expression can not be empty;");
  }
}
