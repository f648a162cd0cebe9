package io.stepunit.internal.jsonata;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Expressions that a seeded grammar makes, and calls of functions and operators over a table. */
final class GeneratedExpressions {
  static final String DATA =
      """
      {"items": [
         {"name": "a", "price": 3, "qty": 2, "kind": "k", "tags": ["t1", "t2"]},
         {"name": "b", "price": 1, "qty": 9, "kind": "k", "tags": ["t3"]},
         {"name": "c", "price": 2.5, "qty": 1, "kind": "m", "tags": []}],
       "one": {"a": 1, "b": {"c": [1, 2]}}, "text": "abc", "limit": 2, "list": [4, 5, 6]}
      """;
  private static final String[] NAMES = {
    "items", "name", "price", "qty", "kind", "tags", "one", "a", "b", "c", "text", "limit", "list"
  };
  private static final String[] OPERATORS = {"+", "*", "-", "&", "=", "!=", "<", "and", "or", "in"};
  private static final String[] LITERALS = {"1", "2.5", "'a'", "true", "[1, 2]", "{'a': 1}", "0"};

  /** Of each kind one, also the empty, the wrong and none. */
  private static final String[] VALUES = {
    "1",
    "0",
    "-2.5",
    "'a'",
    "''",
    "'12'",
    "true",
    "null",
    "nothing",
    "[]",
    "[1, 2]",
    "['b', 'a']",
    "[[1], [2]]",
    "{}",
    "{'a': 1}",
    "/a/",
    "function($x) { $x }"
  };

  private static final String[] ALL_OPERATORS = {
    "+", "-", "*", "/", "%", "&", "=", "!=", "<", "<=", ">", ">=", "and", "or", "in", "~>"
  };

  /** All functions but those of chance and of the present time. */
  private static final String FUNCTIONS =
      """
      sum count max min average string substring substringBefore substringAfter lowercase uppercase
      length trim pad match contains replace split join formatNumber formatBase formatInteger
      parseInteger number floor ceil round abs sqrt power boolean not map zip filter single reduce
      sift keys lookup append exists spread merge reverse each error assert type sort distinct
      base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl toMillis
      fromMillis
      """;

  private final Random random;

  GeneratedExpressions(long seed) {
    random = new Random(seed);
  }

  /** Each function without an argument, with each value, and with each two; some with three. */
  List<String> calls(int ofThree) {
    List<String> calls = new ArrayList<>();
    String[] functions = FUNCTIONS.strip().split("\\s+");
    for (String function : functions) {
      calls.add("$" + function + "()");
      for (String first : VALUES) {
        calls.add("$" + function + "(" + first + ")");
        for (String second : VALUES) {
          calls.add("$" + function + "(" + first + ", " + second + ")");
        }
      }
    }
    for (int i = 0; i < ofThree; i++) {
      calls.add("$%s(%s, %s, %s)".formatted(one(functions), one(VALUES), one(VALUES), one(VALUES)));
    }
    return calls;
  }

  /** Each operator between each two values. */
  List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (String operator : ALL_OPERATORS) {
      for (String left : VALUES) {
        for (String right : VALUES) {
          operations.add(left + " " + operator + " " + right);
        }
      }
    }
    return operations;
  }

  /** The next expression of the grammar. */
  String next() {
    return expression(3);
  }

  private String expression(int depth) {
    if (depth == 0) {
      return random.nextBoolean() ? one(NAMES) : one(LITERALS);
    }
    return switch (random.nextInt(9)) {
      case 0 -> "(" + expression(depth - 1) + " " + one(OPERATORS) + " " + path(depth - 1) + ")";
      case 1 -> "[" + expression(depth - 1) + ", " + expression(depth - 1) + "]";
      case 2 -> "{'x': " + expression(depth - 1) + "}";
      case 3 -> "(" + expression(depth - 1) + " ? " + expression(depth - 1) + " : 7)";
      case 4 -> "($v := " + expression(depth - 1) + "; [$v, " + expression(depth - 1) + "])";
      case 5 -> "function($v) { [$v, " + path(depth - 1) + "] }(" + expression(depth - 1) + ")";
      default -> path(depth);
    };
  }

  private String path(int depth) {
    StringBuilder path = new StringBuilder(random.nextInt(3) == 0 ? one(NAMES) : "items");
    for (int step = random.nextInt(3); step > 0; step--) {
      path.append('.')
          .append(
              switch (random.nextInt(8)) {
                case 0 -> "{'n': " + one(NAMES) + "}";
                case 1 -> "[" + one(NAMES) + "]";
                case 2 -> "(" + expression(Math.max(0, depth - 1)) + ")";
                default -> one(NAMES) + suffix();
              });
    }
    return path.toString();
  }

  private String suffix() {
    return switch (random.nextInt(8)) {
      case 0 -> "[0]";
      case 1 -> "[-1]";
      case 2 -> "[]";
      case 3 -> "[$ != 'a']";
      default -> "";
    };
  }

  private String one(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
