package io.stepunit.internal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.platform.engine.UniqueId;

class UniqueIdTextTest {
  private static final UniqueId AROUND =
      UniqueId.forEngine("junit-jupiter").append("class", "com.example.[Odd]/Test:1%2F");

  @Test
  void is_what_junit_makes_of_all_parts() {
    UniqueId id = AROUND.append("test-template", "pays(int, java.lang.String)/[a:b]+%");

    assertThat(UniqueIdText.of(id, AROUND, AROUND.toString())).isEqualTo(id.toString());
  }

  @Test
  void is_that_of_junit_where_an_engine_nests_its_ids_in_another_way() {
    UniqueId id = UniqueId.forEngine("other").append("feature", "pays").append("example", "1");

    assertThat(UniqueIdText.of(id, AROUND, AROUND.toString())).isEqualTo(id.toString());
  }
}
