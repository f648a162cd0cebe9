package io.stepunit.internal.expression.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.expression.DataPath;
import io.stepunit.internal.expression.Expr;
import io.stepunit.internal.expression.Expressions;
import io.stepunit.internal.expression.Granted;
import io.stepunit.internal.expression.TestScope;
import io.stepunit.internal.expression.Want;
import io.stepunit.internal.expression.Wants;
import io.stepunit.internal.json.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantsOfPathsTest {
  @ParameterizedTest
  @CsvSource({"$.list[*].x, 1", "$.logs..pi, 0", "$.list[0:2].x, 0"})
  void items_of_what_is_found_are_wanted_where_they_come_from(String path, int item) {
    Expr expr = Expressions.path(path);
    JsonNode input = Json.parse("{\"list\": [{\"x\": 1}], \"logs\": {}}");
    Want.Value seven = new Want.Value.Is(Json.NODES.numberNode(7));

    Wants wants = expr.wants(TestScope.of(input), List.of(new DataPath.Step.Item(item)), seven);

    assertThat(expr.evaluate(TestScope.of(Granted.in(input, wants.ways().get(0)))).get(item))
        .isEqualTo(Json.NODES.numberNode(7));
  }

  @ParameterizedTest
  @CsvSource({"$.[0].body", "$[0].body"})
  void an_index_is_one_item_however_it_is_written(String path) {
    assertThat(Path.compile(path).data())
        .isEqualTo(DataPath.of(DataPath.Source.INPUT).item(0).field("body"));
  }
}
