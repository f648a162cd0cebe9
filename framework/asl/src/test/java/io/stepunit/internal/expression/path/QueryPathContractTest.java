package io.stepunit.internal.expression.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.json.JsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import com.jayway.jsonpath.spi.mapper.MappingProvider;
import io.stepunit.internal.budget.WorkBudgets;
import io.stepunit.internal.expression.ExpressionSyntaxException;
import io.stepunit.internal.json.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What we rely on in json-path and what we guard against; an upgrade that changes it shows here.
 */
class QueryPathContractTest {
  private static final JsonNode TWO_ITEMS = Json.parse("{\"a\": [1, 2], \"s\": \"text\"}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.pets[*].name          | [\"Tom\",\"Rex\",\"Kim\"]",
        "$..age                  | [3,7,9]",
        "$.pets[1:]['name']      | [\"Rex\",\"Kim\"]",
        "$.pets[-2:].name        | [\"Rex\",\"Kim\"]",
        "$.pets[0,2].age         | [3,9]",
        "$.pets[?(@.age > 5)].name                      | [\"Rex\",\"Kim\"]",
        "$.pets[?(@.kind == 'cat' && @.age < 5)].name   | [\"Tom\"]",
        "$.pets[?(@.name =~ /t.*/i)].age                | [3]",
        "$.pets[?(@.age == $.limit)].name               | [\"Rex\"]",
        "$.pets.length()         | 3",
        "$.pets[0]['name','age'] | {\"name\":\"Tom\",\"age\":3}",
        "$.*[0].name             | [\"Tom\"]",
        "$.none[*]               | []",
        "$.none.deep[*].x        | []",
        "$.none[1:]              | []",
        "$.none[:1].x            | []",
        "$.none[0:1]             | []",
        "$.none[0,2]             | []",
        "$.none.*                | []",
        "$.none..x               | []",
        "$.none[?(@.age > 1)].x  | []",
        "$.limit[*]              | []",
        "$.limit.deep[*]         | []",
        "$.none.length()         | missing",
        "$.none['a','b']         | missing",
        "$.pets[?(@.age > 99)]   | []",
        "$..nope                 | []"
      })
  void everything_beyond_definite_paths_is_the_library_s(String path, String expected) {
    JsonNode document =
        Json.parse(
            """
            {"limit": 7, "pets": [
              {"name": "Tom", "kind": "cat", "age": 3},
              {"name": "Rex", "kind": "dog", "age": 7},
              {"name": "Kim", "kind": "cat", "age": 9}]}\
            """);

    JsonNode found = QueryPath.compile(path).find(document, WorkBudgets.STANDARD);

    assertThat(found == null ? "missing" : Json.text(found)).isEqualTo(expected);
  }

  @Nested
  class Hazard_1_index_past_the_end {
    @Test
    void library_gives_null_and_our_own_walk_tells_it_from_a_null_item() {
      assertThat(QueryPath.compile("$.a[5]").find(TWO_ITEMS, WorkBudgets.STANDARD))
          .isEqualTo(NullNode.getInstance());
      assertThat(PathParser.parse("$.a[5]").orElseThrow().find(TWO_ITEMS, WorkBudgets.STANDARD))
          .isNull();
    }

    @Test
    void several_indices_give_null_for_the_one_that_is_not_there() {
      assertThat(QueryPath.compile("$.a[0,7]").find(TWO_ITEMS, WorkBudgets.STANDARD))
          .hasToString("[1,null]");
    }
  }

  @Nested
  class Hazard_2_function_parameters_change_the_compiled_path {
    @Test
    void every_evaluation_gives_the_same() {
      QueryPath path = QueryPath.compile("$.sum($.a[*])");

      for (int i = 0; i < 5; i++) {
        assertThat(path.find(TWO_ITEMS, WorkBudgets.STANDARD)).hasToString("3.0");
      }
    }
  }

  @Nested
  class Hazard_3_compiled_paths_are_not_thread_safe {
    @Test
    void threads_share_one_path_and_get_the_right_results() throws Exception {
      JsonNode document = Json.parse("{\"x\": [{\"t\": [1]}, {\"t\": [2]}], \"y\": [{\"t\": 3}]}");
      QueryPath path = QueryPath.compile("$..[0].t");
      String expected = String.valueOf(path.find(document, WorkBudgets.STANDARD));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        Callable<Integer> task =
            () -> {
              int different = 0;
              for (int i = 0; i < 5_000; i++) {
                different +=
                    expected.equals(String.valueOf(path.find(document, WorkBudgets.STANDARD)))
                        ? 0
                        : 1;
              }
              return different;
            };

        List<Future<Integer>> results = threads.invokeAll(List.of(task, task, task, task));

        for (Future<Integer> result : results) {
          assertThat(result.get()).isZero();
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Nested
  class Hazards_4_and_5_process_wide_state {
    @Test
    void defaults_of_the_process_do_not_matter() {
      Configuration.setDefaults(
          new Configuration.Defaults() {
            @Override
            public JsonProvider jsonProvider() {
              throw new AssertionError("the default provider was asked for");
            }

            @Override
            public Set<com.jayway.jsonpath.Option> options() {
              return EnumSet.of(com.jayway.jsonpath.Option.AS_PATH_LIST);
            }

            @Override
            public MappingProvider mappingProvider() {
              throw new AssertionError("the default mapping was asked for");
            }
          });
      try {
        assertThat(QueryPath.compile("$.a[*]").find(TWO_ITEMS, WorkBudgets.STANDARD))
            .hasToString("[1,2]");
        assertThat(QueryPath.compile("$.a.length()").find(TWO_ITEMS, WorkBudgets.STANDARD))
            .hasToString("2");
      } finally {
        Configuration.setDefaults(
            new Configuration.Defaults() {
              @Override
              public JsonProvider jsonProvider() {
                return new JacksonJsonNodeJsonProvider();
              }

              @Override
              public Set<com.jayway.jsonpath.Option> options() {
                return EnumSet.noneOf(com.jayway.jsonpath.Option.class);
              }

              @Override
              public MappingProvider mappingProvider() {
                return new JacksonMappingProvider();
              }
            });
      }
    }
  }

  @Nested
  class Hazard_6_live_nodes {
    @Test
    void results_are_parts_of_the_document_and_the_document_stays_as_it_is() {
      JsonNode document = Json.parse("{\"a\": [{\"b\": 1}, {\"b\": 2}]}");
      JsonNode before = document.deepCopy();

      JsonNode found = QueryPath.compile("$.a[*]").find(document, WorkBudgets.STANDARD);

      assertThat(found).isInstanceOf(ArrayNode.class);
      assertThat(((ArrayNode) found).get(0)).isSameAs(document.at("/a/0"));
      assertThat(document).isEqualTo(before);
    }
  }

  @Nested
  class Hazard_7_lenient_compiler {
    @ParameterizedTest
    @ValueSource(
        strings = {"n", "", " $.a", "$x y", "$.a b", "$$$.a", "$.", "$.a..", "$[", "$..", "$$x-y"})
    void texts_that_the_library_would_mend_or_that_no_one_understands_are_refused(String text) {
      assertThatThrownBy(() -> Path.compile(text))
          .isInstanceOf(ExpressionSyntaxException.class)
          .hasMessageContaining("found '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.a[?", "$[?(@.x)][?", "$.a[?(@.x == 1)", "$.a['b"})
    void a_text_that_breaks_off_is_refused_without_the_library_s_own_troubles(String text) {
      assertThatThrownBy(() -> Path.compile(text))
          .isInstanceOf(ExpressionSyntaxException.class)
          .hasMessageContaining("found '" + text + "'")
          .hasMessageNotContaining("java.");
    }
  }

  @Nested
  class Bare_words_in_filters {
    private final JsonNode document =
        Json.parse("[{\"k\": \"TOTAL_DUE\", \"n\": 1}, {\"k\": \"x\", \"n\": 2}]");

    @ParameterizedTest
    @ValueSource(
        strings = {
          "$[?(@.k==TOTAL_DUE)].n",
          "$[?(@.k == TOTAL_DUE)].n",
          "$[?(@.k == TOTAL_DUE && @.n < 5)].n",
          "$[?(@.k != 'a == b' && @.k == TOTAL_DUE)].n"
        })
    void bare_words_in_filters_are_texts_as_on_aws(String path) {
      assertThat(QueryPath.compile(path).find(document, WorkBudgets.STANDARD)).hasToString("[1]");
    }

    @Test
    void keywords_keep_their_meaning_beside_them() {
      JsonNode flags = Json.parse("[{\"f\": true, \"k\": \"a\"}, {\"f\": \"true\", \"k\": \"a\"}]");

      assertThat(
              QueryPath.compile("$[?(@.f == true && @.k == a)]").find(flags, WorkBudgets.STANDARD))
          .hasSize(1);
    }

    @Test
    void a_filter_that_is_wrong_otherwise_is_refused() {
      assertThatThrownBy(() -> QueryPath.compile("$[?(@.k == TOTAL DUE)]"))
          .isInstanceOf(PathTextException.class);
    }
  }

  @Nested
  class Hazard_8_filters_coerce {
    @Test
    void a_text_in_a_filter_matches_the_number_it_spells() {
      JsonNode document = Json.parse("[{\"n\": 2}, {\"n\": \"2\"}, {\"n\": 3}]");

      assertThat(QueryPath.compile("$[?(@.n == '2')]").find(document, WorkBudgets.STANDARD))
          .hasSize(2);
    }

    @Test
    void a_predicate_that_cannot_be_evaluated_is_no_match() {
      JsonNode document = Json.parse("[{\"n\": {}}, {\"n\": 3}]");

      assertThat(QueryPath.compile("$[?(@.n > 2)]").find(document, WorkBudgets.STANDARD))
          .hasToString("[{\"n\":3}]");
    }
  }

  @Nested
  class Hazard_9_result_types {
    @Test
    void numbers_of_functions_become_trees() {
      assertThat(QueryPath.compile("$.a.length()").find(TWO_ITEMS, WorkBudgets.STANDARD))
          .hasToString("2");
      assertThat(QueryPath.compile("$.a.max()").find(TWO_ITEMS, WorkBudgets.STANDARD))
          .hasToString("2.0");
    }

    @Test
    void a_function_without_a_value_finds_nothing() {
      QueryPath path = QueryPath.compile("$.s.length()");

      assertThat(path.find(TWO_ITEMS, WorkBudgets.STANDARD)).isNull();
      assertThat(path.explain(TWO_ITEMS, WorkBudgets.STANDARD).kind())
          .isEqualTo(Miss.Kind.BEYOND_THE_END);
    }
  }

  @Nested
  class Hazard_10_recursion {
    @Test
    void a_deep_document_is_a_miss_and_no_error() {
      JsonNode document = Json.parse("1");
      for (int i = 0; i < 50_000; i++) {
        document = Json.NODES.objectNode().set("n", document);
      }
      JsonNode deep = document;
      QueryPath path = QueryPath.compile("$..x");

      assertThat(path.find(deep, WorkBudgets.STANDARD)).isNull();
      assertThat(path.explain(deep, WorkBudgets.STANDARD).reason()).contains("nested too deeply");
    }

    @Test
    void a_deep_filter_is_a_syntax_problem_and_no_error() {
      String text = "$[?(" + "(".repeat(20_000) + "@.a" + ")".repeat(20_000) + ")]";

      assertThatThrownBy(() -> Path.compile(text))
          .isInstanceOf(ExpressionSyntaxException.class)
          .hasMessageContaining("nested too deeply");
    }
  }

  @Nested
  class Hazard_11_numbers {
    @Test
    void pass_through_as_they_were_written() {
      JsonNode document = Json.parse("[{\"n\": 12345678901234567890.1230}]");

      assertThat(QueryPath.compile("$[*].n").find(document, WorkBudgets.STANDARD))
          .hasToString("[12345678901234567890.1230]");
    }
  }

  @Nested
  class Hazard_12_cost_of_a_read {
    @ParameterizedTest
    @ValueSource(strings = {"$", "$.a.b", "$['a'][0]", "$.a[-1].b", "$.delivery-partner"})
    void definite_paths_never_reach_the_library(String text) {
      assertThat(PathParser.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"$.*", "$..a", "$.a[*]", "$.a[1:]", "$.a[?(@.b)]", "$.a.length()", "$['a','b']"})
    void everything_else_does(String text) {
      assertThat(PathParser.parse(text)).isEmpty();
    }
  }
}
