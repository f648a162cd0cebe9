package io.stepunit.internal.expression.intrinsic;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.expression.Read;
import io.stepunit.internal.expression.ReadPaths;
import io.stepunit.internal.expression.ValueKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadsOfCallsTest {
  static Set<String> functions() {
    return Catalogue.names();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void reads_of_calls_are_the_arguments_of_every_function_with_what_it_takes(String name) {
    IntrinsicFunction function = Catalogue.find(name).orElseThrow();
    int arguments = function.kinds().size();
    String call =
        IntStream.range(0, arguments)
            .mapToObj(i -> "$.a" + i)
            .collect(Collectors.joining(", ", name + "(", ")"));

    List<Read> reads = IntrinsicCall.compile(call).reads(ValueKind.ANY).toList();

    assertThat(reads)
        .extracting(ReadPaths::text)
        .isEqualTo(IntStream.range(0, arguments).mapToObj(i -> "INPUT.a" + i).toList());
    assertThat(reads)
        .extracting(Read::kind)
        .isEqualTo(function.kinds().stream().map(ArgumentKind::valueKind).toList());
  }

  @Test
  void inside_of_calls_have_what_the_inner_function_takes() {
    assertThat(
            IntrinsicCall.compile("States.Array($.a, States.MathAdd($.b, 1), $c)")
                .reads(ValueKind.ANY))
        .extracting(read -> ReadPaths.text(read) + " " + read.kind())
        .containsExactly("INPUT.a ANY", "INPUT.b NUMBER", "VARIABLE.c ANY");
  }
}
