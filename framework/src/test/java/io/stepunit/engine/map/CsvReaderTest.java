package io.stepunit.engine.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvReaderTest {
  private static List<List<String>> rows(String csv) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader reader = new CsvReader(new StringReader(csv), ',')) {
      for (List<String> row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void ends_rows_at_any_kind_of_line_end() throws IOException {
    assertThat(rows("a,b\nc,d\r\ne,f\rg,h"))
        .containsExactly(
            List.of("a", "b"), List.of("c", "d"), List.of("e", "f"), List.of("g", "h"));
  }

  @Test
  void keeps_empty_cells_and_blanks() throws IOException {
    assertThat(rows(",,\n   \na,\n"))
        .containsExactly(List.of("", "", ""), List.of("   "), List.of("a", ""));
  }

  @Test
  void passes_over_lines_with_nothing_in_them() throws IOException {
    assertThat(rows("\n\na\n\r\n\nb\n\n")).containsExactly(List.of("a"), List.of("b"));
    assertThat(rows("")).isEmpty();
  }

  @Test
  void reads_quoted_cells_with_delimiters_quotes_and_line_ends() throws IOException {
    assertThat(rows("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n\"\",x"))
        .containsExactly(List.of("a,b", "say \"hi\"", "two\nlines"), List.of("", "x"));
  }

  @Test
  void takes_quotes_within_a_cell_as_they_are() throws IOException {
    assertThat(rows("5\" pipe,'x'\n\"a\"b,c"))
        .containsExactly(List.of("5\" pipe", "'x'"), List.of("ab", "c"));
  }
}
