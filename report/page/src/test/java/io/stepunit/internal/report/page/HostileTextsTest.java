package io.stepunit.internal.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts stay texts: nothing that tests or definitions say becomes a part of the page. */
@BrowserTest
class HostileTextsTest {
  private static final String FOREIGN =
      "#app script, #app img, #app iframe, #app object, #app embed, #app link, #app style, #app base,"
          + " #app meta, #app form, #app video, #app template, #app details[ontoggle], #app math";

  @Test
  void there_are_sixty() {
    assertThat(HostileTexts.ALL).hasSize(60).doesNotHaveDuplicates();
  }

  @Test
  void the_overview_shows_names_and_messages_as_they_are(Pages pages) {
    OpenPage page = pages.open(HostileReport.data(), "#/");
    page.all(".more button").forEach(button -> page.act("arguments[0].click()", button));

    for (String text : HostileTexts.ALL) {
      assertThat(page.texts(".failing pre")).contains(inDocument(text));
    }
    assertThat(String.join("\n", page.texts(".tests .lines a")))
        .contains(inDocument(HostileTexts.ALL));
    assertThat(page.texts("h1").get(0)).isEqualTo(HostileTexts.ALL.get(0));
    requireUnharmed(page);
  }

  @Test
  void the_definition_shows_holes_states_and_source_as_they_are(Pages pages) {
    OpenPage page = pages.open(HostileReport.data(), "#/definition/" + HostileReport.DEFINITION);

    String titles = String.join("\n", page.texts(".hole-title"));
    String tests = String.join("\n", page.texts(".holes-list pre"));
    String labels = String.join("\n", page.attributes(".pane-graph [aria-label]", "aria-label"));
    assertThat(titles).contains(inDocument(HostileTexts.ALL));
    assertThat(tests).contains(inDocument(HostileTexts.ALL));
    assertThat(labels).contains(inDocument(HostileTexts.ALL));
    requireUnharmed(page);
  }

  @Test
  void each_state_has_an_address(Pages pages) {
    OpenPage page = pages.open(HostileReport.data(), "#/definition/" + HostileReport.DEFINITION);

    for (int hole = 1; hole <= HostileTexts.ALL.size(); hole++) {
      page.act(
          "document.querySelectorAll('[data-node]')[arguments[0]].dispatchEvent("
              + "new MouseEvent('click', {bubbles: true}))",
          hole - 1);
      page.await(".holes-list .chosen[data-hole='" + hole + "']", items -> items.size() == 1);
    }
    requireUnharmed(page);
  }

  @Test
  void a_search_finds_and_marks_each_text(Pages pages) {
    OpenPage page = pages.open(HostileReport.data(), "#/");

    for (int number = 0; number < HostileTexts.ALL.size(); number++) {
      page.act(
          "const field = document.querySelector('.search input'); field.focus();"
              + " field.value = JSON.parse(document.getElementById('report').textContent)"
              + ".tests[arguments[0]].name;"
              + " field.dispatchEvent(new Event('input'))",
          number);
      page.await(".search-results mark, .search-results .nothing", found -> !found.isEmpty());
    }
    requireUnharmed(page);
  }

  @Test
  void each_execution_stays_as_it_is(Pages pages) {
    OpenPage page = pages.open(HostileReport.data(), "#/execution/" + HostileReport.executionId(0));

    for (int number = 0; number < HostileTexts.ALL.size(); number++) {
      page.goTo("#/execution/" + HostileReport.executionId(number));
      String text = inDocument(HostileTexts.ALL.get(number));
      page.await("main", any -> String.join("\n", page.texts("main")).contains(text));
    }
    page.find("main .graph-svg [data-node]");
    requireUnharmed(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#/matrix/s1",
        "#/interleavings/i1",
        "#/world",
        "#/world/k1",
        "#/cost",
        "#/cost/k1-1"
      })
  void views_of_sweeps_worlds_and_costs_show_texts_as_they_are(String address, Pages pages) {
    OpenPage page =
        pages.open(HostileCopy.of(Fixtures.of(Fixtures.read("sweeps-page.json"))), address);

    page.find("main h1");
    assertThat(page.texts("main").get(0)).contains("harmed=1");
    page.act(
        "document.querySelectorAll('main details').forEach((details) => (details.open = true))");
    requireUnharmed(page);
  }

  @Test
  void mutants_show_what_is_changed_who_found_it_and_what_does_not_fit_as_it_is(Pages pages) {
    OpenPage page = pages.open(MutantsData.hostile(), "#/mutants/m1/status/all");

    assertThat(page.texts(".mutant-problems li > :last-child"))
        .containsExactlyElementsOf(inDocument(HostileTexts.ALL));
    assertThat(page.texts(".mutant-row .cut"))
        .containsExactlyElementsOf(inDocument(HostileTexts.ALL));
    for (int number = 1; number <= HostileTexts.ALL.size(); number++) {
      page.goTo("#/mutants/m1/status/all/mutant/" + number);
      String text = inDocument(HostileTexts.ALL.get(number - 1));
      page.await(".mutant-title", any -> page.texts(".mutant-title").equals(List.of(text)));
      assertThat(page.texts(".change-line.removed")).containsExactly(text);
      assertThat(page.texts(".mutant-reason"))
          .isEqualTo(number % 4 == 2 ? List.of(text) : List.of());
    }
    requireUnharmed(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#/executions",
        "#/<script>window.harmed=1</script>",
        "#/definition/%3Cimg%20src=x%20onerror=window.harmed=1%3E",
        "#/%E0%A4%A"
      })
  void other_views_and_addresses_stay_as_they_are(String address, Pages pages) {
    OpenPage page = pages.open(HostileReport.data(), address);

    page.find("main > *");
    requireUnharmed(page);
  }

  private static void requireUnharmed(OpenPage page) {
    assertThat(page.run("return window.harmed")).isNull();
    assertThat(page.all(FOREIGN)).isEmpty();
    assertThat(page.run("return location.protocol")).isEqualTo("file:");
  }

  /** What is in the document of a text: WebDriver cannot hand over lone surrogates. */
  private static String inDocument(String text) {
    return text.codePoints()
        .mapToObj(
            c -> Character.isSurrogate((char) c) && c < 0x10000 ? "\ufffd" : Character.toString(c))
        .collect(Collectors.joining());
  }

  private static List<String> inDocument(List<String> texts) {
    return texts.stream().map(HostileTextsTest::inDocument).toList();
  }
}
