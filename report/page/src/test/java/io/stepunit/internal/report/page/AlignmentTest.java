package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@BrowserTest
class AlignmentTest {

  private static String matches(Pages pages, String left, String right) {
    return Modules.evaluate(pages, "align", "matches([...'%s'], [...'%s'])".formatted(left, right))
        .toString();
  }

  private static String blocks(Pages pages, String left, String right) {
    String rows =
        "blocks(align(%s, %s, one => one[0], (a, b) => a === b ? 'SAME' : a[1] === b[1] ? 'DATA' :"
                .formatted(left, right)
            + " 'CHANGED')).map(b => b.kind + (b.data ? '*' : '') + ' ' + b.left + '|' + b.right)";
    return Modules.evaluate(pages, "align", rows).toString();
  }

  @Test
  void equal_courses_are_matched_item_by_item(Pages pages) {
    assertThat(matches(pages, "abc", "abc")).isEqualTo("[[0,0],[1,1],[2,2]]");
    assertThat(matches(pages, "", "")).isEqualTo("[]");
    assertThat(matches(pages, "", "abc")).isEqualTo("[]");
  }

  @Test
  void what_both_have_is_matched_around_what_one_has(Pages pages) {
    assertThat(matches(pages, "abxcd", "abcyd")).isEqualTo("[[0,0],[1,1],[3,2],[4,4]]");
    assertThat(matches(pages, "abc", "xyz")).isEqualTo("[]");
  }

  @Test
  void a_loop_is_matched_round_by_round(Pages pages) {
    assertThat(matches(pages, "wcwcwd", "wcwd")).isEqualTo("[[0,0],[1,1],[2,2],[5,3]]");
  }

  @Test
  void long_courses_are_matched_at_what_stands_in_them_once(Pages pages) {
    String courses =
        "(() => { const l = Array.from({length: 6000}, (_, i) => 'l' + i); const r = l.slice(1500,"
            + " 5990).concat(['x']); r[7] = 'y'; return matches(l, r).length })()";

    assertThat(Modules.evaluate(pages, "align", courses).asInt()).isEqualTo(4489);
  }

  @Test
  void what_is_alike_is_one_block_and_what_differs_another(Pages pages) {
    String left = "['a1','b1','c1','d1','n1','o1']";
    String right = "['a1','b1','c2','d1','r1']";

    assertThat(blocks(pages, left, right))
        .isEqualTo(
            "[\"FOLDED a1,b1|a1,b1\",\"CHANGED c1|c2\",\"FOLDED d1|d1\",\"PARTED n1,o1|r1\"]");
  }

  @Test
  void what_differs_in_its_data_only_is_a_block_of_its_own(Pages pages) {
    assertThat(blocks(pages, "['a1x','b1x','c1x']", "['a1x','b1y','c1y']"))
        .isEqualTo("[\"FOLDED a1x|a1x\",\"FOLDED* b1x,c1x|b1y,c1y\"]");
  }
}
