package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

@BrowserTest
class MutantsTest {
  @Test
  void survivors_are_listed_first_with_the_score_of_the_definition(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants");

    assertThat(page.text(".view-head h1")).isEqualTo("order-saga.asl.json");
    assertThat(page.text(".view-head .badge")).isEqualTo("4 not found");
    assertThat(page.text(".view-head .meta"))
        .isEqualTo("4 of 8 found (50.0 %) · 2 survived · 2 not reached · 2 timed out");
    assertThat(page.texts(".mutant-row .cut"))
        .containsExactly("Change 1 of CheckOrder", "Change 5 of CheckOrder");
    assertThat(page.texts(".mutant-row .number")).containsExactly("line 11", "line 13");
  }

  @Test
  void a_survivor_shows_what_was_changed_and_who_passed_all_the_same(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants");

    page.click("[data-mutant='1']");

    page.awaitText(".mutant-title", "Change 1 of CheckOrder");
    assertThat(page.address()).isEqualTo("#/mutants/m1/mutant/1");
    assertThat(page.texts(".change-line.removed")).containsExactly("Change 1 of CheckOrder");
    assertThat(page.texts(".change-line.added")).containsExactly("Change 1 of CheckOrder!");
    assertThat(page.text(".mutant-outcome")).contains("2 tests reach it and passed all the same:");
    assertThat(page.texts(".mutant-tests li")).hasSize(2);
    assertThat(page.all(".mutant-tests a")).hasSize(1);
    assertThat(page.texts(".line.chosen .no")).containsExactly("11");
  }

  @Test
  void a_killed_one_names_the_test_that_failed_and_its_message(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants");

    page.click(".mutant-tools [data-status='KILLED']");
    page.click("[data-mutant='2']");

    page.awaitText(".mutant-outcome", "This test failed:");
    assertThat(page.texts(".mutant-outcome + .mutant-tests li"))
        .containsExactly("OrderTest: Change 2 of CheckOrder");
    assertThat(page.texts(".mutant-reason")).containsExactly("Change 2 of CheckOrder");
    assertThat(page.address()).isEqualTo("#/mutants/m1/status/KILLED/mutant/2");
  }

  @Test
  void one_that_no_test_reaches_says_so(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants/m1/mutant/3");

    assertThat(page.text(".mutant-outcome")).isEqualTo("Not reached\nNo test reaches it.");
    assertThat(page.all(".mutant-tests")).isEmpty();
  }

  @Test
  void the_list_is_filtered_by_how_mutants_ended_and_by_the_test_that_found_them(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants");
    assertThat(page.texts(".mutant-tools .button .number"))
        .containsExactly("8", "2", "2", "2", "2");

    page.click(".mutant-tools [data-status='NO_COVERAGE']");
    assertThat(page.attributes(".mutant-row", "data-mutant")).containsExactly("3", "7");

    page.click(".mutant-tools [data-status='all']");
    assertThat(page.all(".mutant-row")).hasSize(8);

    page.goTo("#/mutants/m1/status/KILLED/test/1");
    assertThat(page.attributes(".mutant-row", "data-mutant")).containsExactly("2", "6");
    assertThat(page.run("return document.querySelector('.mutant-tools select').value"))
        .isEqualTo("1");

    page.goTo("#/mutants/m1/status/KILLED/test/0");
    assertThat(page.all(".mutant-row")).isEmpty();
    assertThat(page.text(".mutants-list .empty")).isEqualTo("No mutant is like that.");
  }

  @Test
  void lines_of_the_source_tell_how_many_of_their_mutants_were_found(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants");

    assertThat(page.all("[data-line='11'].mark-half")).hasSize(1);
    assertThat(page.texts("[data-line='11'] .times")).containsExactly("1/2");
    assertThat(page.attributes("[data-line='11'] i", "title"))
        .containsExactly("1 of 2 mutants found");
    assertThat(page.texts("[data-line='10'] .times")).containsExactly("");
  }

  @Test
  void a_line_of_the_source_selects_its_mutants_in_turn(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants/m1/status/all");

    page.click("[data-line='12'] .text");
    assertThat(page.address()).isEqualTo("#/mutants/m1/status/all/mutant/3");

    page.click("[data-line='12'] .text");
    assertThat(page.address()).isEqualTo("#/mutants/m1/status/all/mutant/4");
  }

  @Test
  void n_and_p_walk_the_list(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/mutants");

    page.type("n");
    page.type("n");
    assertThat(page.address()).isEqualTo("#/mutants/m1/mutant/5");

    page.type("p");
    assertThat(page.address()).isEqualTo("#/mutants/m1/mutant/1");

    page.type(Keys.ESCAPE);
    assertThat(page.address()).isEqualTo("#/mutants/m1");
  }

  @Test
  void a_thousand_mutants_have_few_rows_in_the_document(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(2000), "#/mutants/m1/status/all/mutant/1990");

    page.awaitText(".mutant-row.chosen", "Change 1990");
    assertThat(page.all(".mutant-row").size()).isLessThan(200);
  }

  @Test
  void what_does_not_fit_together_is_said_above(Pages pages) {
    OpenPage page = pages.open(MutantsData.contradicting("a.json tells otherwise"), "#/mutants");

    assertThat(page.texts(".mutant-problems li")).containsExactly("a.json tells otherwise");
  }

  @Test
  void the_overview_has_the_share_of_each_definition(Pages pages) {
    OpenPage page = pages.open(MutantsData.of(8), "#/");

    assertThat(page.texts(".definitions > li:first-child .share")).contains("Mutants4 / 8");
    assertThat(page.texts(".definitions > li:nth-child(2) .share")).contains("Mutantsnone");

    page.click(".mutant-share");

    page.awaitText("h1", "order-saga.asl.json");
    assertThat(page.address()).isEqualTo("#/mutants/m1");
  }

  @Test
  void a_report_without_mutants_has_no_place_for_them(Pages pages) {
    OpenPage page = pages.open(Fixtures.orderSaga(), "#/");

    assertThat(page.texts(".nav a")).noneMatch(text -> text.startsWith("Mutants"));
    assertThat(page.all(".mutant-share")).isEmpty();

    page.goTo("#/mutants");
    assertThat(page.text(".empty strong")).isEqualTo("No mutants here");
  }

  @ParameterizedTest
  @CsvSource({"390, 844", "1280, 800", "1920, 1080"})
  void nothing_is_wider_than_the_window(int width, int height, Pages pages) {
    OpenPage page = pages.open(MutantsData.of(40), "#/mutants/m1/mutant/1");
    page.resize(width, height);

    for (String address : List.of("#/", "#/mutants", "#/mutants/m1/status/KILLED/mutant/2")) {
      page.goTo(address);
      assertThat(page.run("return document.documentElement.scrollWidth > innerWidth"))
          .as(address)
          .isEqualTo(false);
    }
  }
}
