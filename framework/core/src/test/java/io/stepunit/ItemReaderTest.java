package io.stepunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.jerolba.carpet.CarpetWriter;
import io.stepunit.history.EventType;
import io.stepunit.history.HistoryEvent;
import io.stepunit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemReaderTest {
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();

  /** Runs a Map that reads {@code s3://in/data} and hands on what it read. */
  private Execution read(String readerConfig) {
    return run("getObject", "\"Bucket\": \"in\", \"Key\": \"data\"", readerConfig, "{}");
  }

  private Execution run(String action, String parameters, String readerConfig, String input) {
    return env.define(
            "reader",
            """
            {"StartAt": "Read", "States": {"Read": {"Type": "Map", "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:%s", "Parameters": {%s},
                             "ReaderConfig": {%s}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}
            """
                .formatted(action, parameters, readerConfig))
        .run(input);
  }

  private void put(String text) {
    env.bucket("in").put("data", text);
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void assertItems(Execution run, String items) {
    assertThat(run.error()).isEmpty();
    assertThat(run.output()).contains(Json.parse(items));
  }

  private static void assertFails(Execution run, String cause) {
    assertThat(run.error()).contains("States.ItemReaderFailed");
    assertThat(run.cause()).contains(cause);
    assertThat(run.events())
        .extracting(HistoryEvent::type)
        .containsExactly(
            EventType.EXECUTION_STARTED,
            EventType.MAP_STATE_ENTERED,
            EventType.MAP_STATE_STARTED,
            EventType.MAP_RUN_STARTED,
            EventType.MAP_RUN_FAILED,
            EventType.MAP_STATE_FAILED,
            EventType.EXECUTION_FAILED);
  }

  @Nested
  class OfJson {
    @Test
    void reads_an_array_with_its_numbers_as_written() {
      put("[1.10, {\"a\": [2]}, null]");

      assertItems(read("\"InputType\": \"JSON\""), "[1.10, {\"a\": [2]}, null]");
    }

    @Test
    void reads_an_array_at_a_pointer() {
      put("{\"skipped\": [[0]], \"pages\": [{\"no\": 1}, {\"rows\": [7, 8]}], \"more\": 1}");

      Execution run = read("\"InputType\": \"JSON\", \"ItemsPointer\": \"/pages/1/rows\"");

      assertItems(run, "[7, 8]");
    }

    @ParameterizedTest
    @CsvSource({"/nope", "/rows/5", "no-pointer", "/rows/x"})
    void fails_at_a_pointer_to_nothing(String pointer) {
      put("{\"rows\": [1, 2]}");

      Execution run = read("\"InputType\": \"JSON\", \"ItemsPointer\": \"" + pointer + "\"");

      assertFails(
          run,
          "An error occurred while executing the state 'Read' (entered at the event id #2). The"
              + " provided ReaderConfig.ItemsPointer does not match any valid path in the JSON"
              + " structure.");
    }

    @ParameterizedTest
    @CsvSource({"7", "\"text\"", "null"})
    void fails_at_what_is_neither_array_nor_object(String text) {
      put(text);

      assertFails(read("\"InputType\": \"JSON\""), "Attempting to map over non-iterable node.");
    }

    @ParameterizedTest
    @CsvSource({"'', '%s'", "/in/1, '{\"in\": [0, %s]}'"})
    void reads_the_members_of_an_object_as_pairs(String pointer, String text) {
      put(text.formatted("{\"a\": {\"n\": 1}, \"b\": [2]}"));

      Execution run = read("\"InputType\": \"JSON\", \"ItemsPointer\": \"" + pointer + "\"");

      assertThat(run.output().map(Json::text))
          .contains("[{\"Key\":\"a\",\"Value\":{\"n\":1}},{\"Key\":\"b\",\"Value\":[2]}]");
    }

    @Test
    void fails_at_what_is_no_json_before_any_child_has_run() {
      put("[1,\n 2,\n oops]");

      Execution run = read("\"InputType\": \"JSON\"");

      assertThat(run.error()).contains("States.ItemReaderFailed");
      assertThat(run.cause().orElseThrow())
          .startsWith("The object s3://in/data is not JSON: line 3: ");
      assertThat(run.mapRuns().get(0).executions().total()).isZero();
    }

    @Test
    void fails_at_an_array_that_is_cut_off() {
      put("[1, 2");

      assertThat(read("\"InputType\": \"JSON\"").cause().orElseThrow())
          .startsWith("The object s3://in/data is not JSON: line 1: ");
    }
  }

  @Nested
  class OfJsonLines {
    @Test
    void reads_a_value_a_line() {
      put("{\"id\": 1}\n\n[2]\r\n3");

      assertItems(read("\"InputType\": \"JSONL\""), "[{\"id\": 1}, [2], 3]");
    }

    @Test
    void tells_the_line_that_is_no_json() {
      put("1\n\n{oops\n");

      assertThat(read("\"InputType\": \"JSONL\"").cause().orElseThrow())
          .startsWith("The object s3://in/data is not JSON Lines: line 3: ");
    }
  }

  @Nested
  class OfCsv {
    @Test
    void takes_the_names_of_the_columns_from_the_first_row() {
      put("id,name\n7,kim\n8,\"lee, jr.\"\n");

      Execution run = read("\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"FIRST_ROW\"");

      assertItems(
          run, "[{\"id\": \"7\", \"name\": \"kim\"}, {\"id\": \"8\", \"name\": \"lee, jr.\"}]");
    }

    @Test
    void rows_have_their_members_in_the_order_of_a_hash_table() {
      put("id|text|blank\n1|a|\n");

      Execution run = read("\"InputType\": \"CSV\", \"CSVDelimiter\": \"PIPE\"");

      assertThat(run.output().map(Json::text))
          .contains("[{\"blank\":\"\",\"id\":\"1\",\"text\":\"a\"}]");
    }

    @Test
    void takes_the_names_that_are_given() {
      put("7,kim\n");

      Execution run =
          read(
              "\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\","
                  + " \"CSVHeaders\": [\"id\", \"name\"]");

      assertItems(run, "[{\"id\": \"7\", \"name\": \"kim\"}]");
    }

    @Test
    void fills_short_rows_and_cuts_long_ones() {
      put("a,b\n1\n1,2,3\n");

      assertItems(
          read("\"InputType\": \"CSV\""),
          "[{\"a\": \"1\", \"b\": \"\"}, {\"a\": \"1\", \"b\": \"2\"}]");
    }

    @ParameterizedTest
    @CsvSource({"COMMA,','", "PIPE,|", "SEMICOLON,;", "SPACE,' '", "TAB,'\t'"})
    void csv_is_separated_by_the_delimiter(String word, String delimiter) {
      put("a" + delimiter + "b\n1" + delimiter + "2\n");

      Execution run = read("\"InputType\": \"CSV\", \"CSVDelimiter\": \"" + word + "\"");

      assertItems(run, "[{\"a\": \"1\", \"b\": \"2\"}]");
    }

    @Test
    void fails_at_duplicate_headers() {
      put("a,b,a\n1,2,3\n");

      assertFails(read("\"InputType\": \"CSV\""), "CSV headers cannot contain duplicates.");
    }

    @Test
    void fails_without_headers() {
      put("");

      assertFails(
          read("\"InputType\": \"CSV\""), "CSV headers cannot be empty: s3://in/data has none.");
    }

    @Test
    void fails_where_the_given_headers_are_none() {
      put("1,2");

      assertFails(
          read("\"InputType\": \"CSV\", \"CSVHeaderLocation\": \"GIVEN\", \"CSVHeaders\": []"),
          "CSV headers cannot be empty: s3://in/data has none.");
    }

    @Test
    void fails_at_a_quote_that_is_never_closed() {
      put("a,b\n1,\"2\n3,4\n");

      assertFails(
          read("\"InputType\": \"CSV\""),
          "The CSV cannot be read: Unclosed quoted field at end of input (record starting at line"
              + " 2)");
    }

    @Test
    void ends_rows_at_any_kind_of_line_end_and_passes_over_empty_lines() {
      put("a,b\r\n1,2\r3,4\n\n\r\n5,6");

      assertItems(
          read("\"InputType\": \"CSV\""),
          "[{\"a\": \"1\", \"b\": \"2\"}, {\"a\": \"3\", \"b\": \"4\"}, {\"a\": \"5\", \"b\":"
              + " \"6\"}]");
    }

    @Test
    void reads_quoted_cells_with_delimiters_quotes_and_line_ends() {
      put("a,b\n\"1,2\",\"say \"\"hi\"\"\"\n\"two\nlines\",\"\"");

      assertItems(
          read("\"InputType\": \"CSV\""),
          "[{\"a\": \"1,2\", \"b\": \"say \\\"hi\\\"\"}, {\"a\": \"two\\nlines\", \"b\": \"\"}]");
    }

    @Test
    void keeps_blanks_and_quotes_within_a_cell() {
      put("a,b\n , x \n5\" pipe,'y'");

      assertItems(
          read("\"InputType\": \"CSV\""),
          "[{\"a\": \" \", \"b\": \" x \"}, {\"a\": \"5\\\" pipe\", \"b\": \"'y'\"}]");
    }

    @Test
    void csv_has_no_rows_where_there_are_headers_only() {
      put("a,b\n");

      assertItems(read("\"InputType\": \"CSV\""), "[]");
    }

    @Test
    void may_begin_with_a_byte_order_mark_and_be_compressed() {
      env.bucket("in").put("data", gzip("\uFEFFa\n1\n"));

      assertItems(read("\"InputType\": \"CSV\""), "[{\"a\": \"1\"}]");
    }
  }

  @Nested
  class OfParquet {
    record Row(
        String id,
        int count,
        BigDecimal price,
        boolean sold,
        List<String> tags,
        Part part,
        LocalDate day) {}

    record Part(@Nullable String name) {}

    private byte[] parquet(Row... rows) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (CarpetWriter<Row> writer =
          new CarpetWriter.Builder<>(bytes, Row.class).withDefaultDecimal(9, 2).build()) {
        writer.write(List.of(rows));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }

    @Test
    void parquet_rows_are_objects_in_the_order_of_their_columns() {
      LocalDate day = LocalDate.of(2026, 1, 31);
      env.bucket("in")
          .put(
              "data",
              parquet(
                  new Row("A", 1, new BigDecimal("1.50"), true, List.of("x"), new Part("p"), day),
                  new Row("B", 2, new BigDecimal("2.00"), false, List.of(), new Part(null), day)));

      Execution run = read("\"InputType\": \"PARQUET\"");

      assertThat(run.output().map(Json::text))
          .contains(
              "[{\"id\":\"A\",\"count\":1,\"price\":1.50,\"sold\":true,\"tags\":[\"x\"],\"part\":{\"name\":\"p\"},\"day\":\"2026-01-31\"},"
                  + "{\"id\":\"B\",\"count\":2,\"price\":2.00,\"sold\":false,\"tags\":[],\"part\":{\"name\":null},\"day\":\"2026-01-31\"}]");
    }

    @Test
    void what_is_no_parquet_fails_the_map() {
      put("id\n1\n");

      Execution run = read("\"InputType\": \"PARQUET\"");

      assertThat(run.error()).contains("States.ItemReaderFailed");
      assertThat(run.cause().orElseThrow()).startsWith("The object s3://in/data is not Parquet: ");
    }
  }

  @Nested
  class Listing {
    @Test
    void gives_the_objects_with_a_prefix_in_the_order_of_their_keys() {
      env.bucket("in").put("x/2", "ab").put("x/1", "").put("y/1", "");

      Execution run =
          run("listObjectsV2", "\"Bucket\": \"in\", \"Prefix\": \"x/\"", "\"MaxItems\": 0", "{}");

      assertThat(run.output().map(Json::text))
          .contains(
              "[{\"Etag\":\"\\\"d41d8cd98f00b204e9800998ecf8427e\\\"\",\"Key\":\"x/1\","
                  + "\"LastModified\":1.7672256E9,\"Size\":0,\"StorageClass\":\"STANDARD\"},"
                  + "{\"Etag\":\"\\\"187ef4436122d1cc2f40dc2b92f0eba0\\\"\",\"Key\":\"x/2\","
                  + "\"LastModified\":1.7672256E9,\"Size\":2,\"StorageClass\":\"STANDARD\"}]");
    }

    @Test
    void gives_what_is_in_the_objects_where_it_is_to_be_flattened() {
      env.bucket("in").put("a", "id\n1\n2\n").put("b", "id\n3\n");

      Execution run =
          run(
              "listObjectsV2",
              "\"Bucket\": \"in\"",
              "\"InputType\": \"CSV\", \"Transformation\": \"LOAD_AND_FLATTEN\"",
              "{}");

      assertItems(run, "[{\"id\": \"1\"}, {\"id\": \"2\"}, {\"id\": \"3\"}]");
    }
  }

  @Nested
  class Manifest {
    @Test
    void manifest_of_athena_names_objects_a_line() {
      put("s3://parts/1\ns3://parts/2\n");
      env.bucket("parts").put("1", "{\"a\": 1}\n").put("2", "{\"a\": 2}\n");

      Execution run = read("\"InputType\": \"JSONL\", \"ManifestType\": \"ATHENA_DATA\"");

      assertItems(run, "[{\"a\": 1}, {\"a\": 2}]");
    }

    @Test
    void manifest_of_athena_fails_at_a_line_that_is_no_address() {
      put("parts/1\n");

      assertFails(
          read("\"InputType\": \"JSONL\", \"ManifestType\": \"ATHENA_DATA\""),
          "A line of the manifest is not an address of an object such as s3://bucket/key: parts/1");
    }

    @ParameterizedTest
    @CsvSource({"'\"ManifestType\": \"S3_INVENTORY\"'", "'\"InputType\": \"MANIFEST\"'"})
    void manifest_of_an_inventory_names_files_without_headers(String config) {
      put(
          """
          {"destinationBucket": "arn:aws:s3:::inventories", "fileFormat": "CSV",
           "fileSchema": "Bucket, Key, Size", "files": [{"key": "data/1.csv.gz"}]}
          """);
      env.bucket("inventories").put("data/1.csv.gz", gzip("\"in\",\"x.txt\",\"12\"\n"));

      assertItems(read(config), "[{\"Bucket\": \"in\", \"Key\": \"x.txt\", \"Size\": \"12\"}]");
    }

    @Test
    void manifest_of_an_inventory_fails_at_a_file_that_is_not_compressed_as_its_name_says() {
      put(
          """
          {"destinationBucket": "arn:aws:s3:::inventories", "fileFormat": "CSV",
           "fileSchema": "Bucket, Key, Size", "files": [{"key": "data/1.csv.gz"}]}
          """);
      env.bucket("inventories").put("data/1.csv.gz", "\"in\",\"x.txt\",\"12\"\n");

      assertFails(
          read("\"ManifestType\": \"S3_INVENTORY\""),
          "The object s3://inventories/data/1.csv.gz is not in gzip format, as its name says.");
    }

    @Test
    void manifest_of_athena_fails_at_such_a_file_too() {
      put("s3://parts/1.jsonl.gz\n");
      env.bucket("parts").put("1.jsonl.gz", "{\"a\": 1}\n");

      assertFails(
          read("\"InputType\": \"JSONL\", \"ManifestType\": \"ATHENA_DATA\""),
          "The object s3://parts/1.jsonl.gz is not in gzip format, as its name says.");
    }

    @Test
    void manifest_of_an_inventory_in_another_format_fails() {
      put("{\"destinationBucket\": \"b\", \"fileFormat\": \"ORC\", \"files\": []}");

      assertFails(
          read("\"ManifestType\": \"S3_INVENTORY\""),
          "The inventory s3://in/data has files in the format 'ORC'; only CSV can be read.");
    }
  }

  @Nested
  class MaxItems {
    @ParameterizedTest
    @CsvSource({"0,4", "2,2", "4,4", "9,4"})
    void limits_what_is_read(int most, int expected) {
      put("[1, 2, 3, 4]");

      Execution run = read("\"InputType\": \"JSON\", \"MaxItems\": " + most);

      assertThat(run.output().orElseThrow()).hasSize(expected);
    }

    @Test
    void can_be_read_from_a_path() {
      put("[1, 2, 3, 4]");

      Execution run =
          run(
              "getObject",
              "\"Bucket\": \"in\", \"Key\": \"data\"",
              "\"InputType\": \"JSON\", \"MaxItemsPath\": \"$.most\"",
              "{\"most\": 3}");

      assertItems(run, "[1, 2, 3]");
    }

    @Test
    void from_a_path_must_be_positive() {
      put("[1]");

      Execution run =
          run(
              "getObject",
              "\"Bucket\": \"in\", \"Key\": \"data\"",
              "\"InputType\": \"JSON\", \"MaxItemsPath\": \"$.most\"",
              "{\"most\": -1}");

      assertFails(run, "field MaxItems must be positive");
    }

    @Test
    void from_a_path_must_be_whole_which_shows_before_the_map_run() {
      Execution run =
          run(
              "getObject",
              "\"Bucket\": \"in\", \"Key\": \"data\"",
              "\"InputType\": \"JSON\", \"MaxItemsPath\": \"$.most\"",
              "{\"most\": 1.5}");

      assertThat(run.error()).contains("States.Runtime");
      assertThat(run.events())
          .extracting(HistoryEvent::type)
          .endsWith(EventType.MAP_STATE_STARTED, EventType.EXECUTION_FAILED);
    }
  }

  @Test
  void fails_at_an_object_that_is_not_there() {
    assertFails(
        read("\"InputType\": \"JSON\""), "The specified key does not exist. (s3://in/data)");
  }

  @Test
  void fails_at_a_bucket_that_denies_access() {
    put("[]");
    env.bucket("in").deniesAccess();

    assertFails(read("\"InputType\": \"JSON\""), "Access Denied (s3://in)");
  }

  @Test
  void fails_without_a_key() {
    Execution run = run("getObject", "\"Bucket\": \"in\"", "\"InputType\": \"JSON\"", "{}");

    assertFails(run, "The ItemReader needs the string 'Key', found none");
  }

  @Test
  void fails_where_nothing_tells_how_to_read() {
    put("[]");

    assertFails(
        read("\"MaxItems\": 1"),
        "The ReaderConfig has no InputType that says how to read s3://in/data");
  }

  @Test
  void tells_that_zstandard_cannot_be_read() {
    env.bucket("in").put("data", new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0});

    assertThatIllegalStateException()
        .isThrownBy(() -> read("\"InputType\": \"JSON\""))
        .withMessageContaining("s3://in/data is compressed by Zstandard");
  }

  @Test
  void tells_the_item_selector_where_an_item_comes_from() {
    put("[1]");
    TestStateMachine machine =
        env.define(
            "sources",
            """
            {"StartAt": "Read", "States": {"Read": {"Type": "Map", "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                "Parameters": {"Bucket": "in", "Key": "data"},
                "ReaderConfig": {"InputType": "JSON"}},
              "ItemSelector": {"from.$": "$$.Map.Item.Source", "at.$": "$$.Map.Item.Index"},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED"},
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}}
            """);

    assertItems(machine.run("{}"), "[{\"from\": \"s3://in/data\", \"at\": 0}]");
  }
}
