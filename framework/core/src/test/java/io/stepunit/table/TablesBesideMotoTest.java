package io.stepunit.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stepunit.Execution;
import io.stepunit.StepFunctionsEnvironment;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The same calls of a table in memory and of a server of moto, as {@code pip install moto[server]}
 * brings it and {@code moto_server} starts it. Where the two have differed, AWS's documentation has
 * told who is right; what moto does otherwise is left out here.
 */
@EnabledIfSystemProperty(
    named = TablesBesideMotoTest.MOTO,
    matches = "http.+",
    disabledReason = "no server of moto is given, as by -Dstepunit.moto=http://localhost:5000")
class TablesBesideMotoTest {
  static final String MOTO = "stepunit.moto";

  private static final String BICYCLE =
      """
      {
        "Id": {"S": "b-123"}, "Rank1": {"N": "7"}, "Title": {"S": "Bicycle 123"},
        "Description": {"S": "for the road"}, "Price": {"N": "500"},
        "Colors": {"SS": ["Black", "Red"]}, "Sizes": {"NS": ["48", "52"]},
        "InStock": {"BOOL": true}, "Recalled": {"NULL": true},
        "Related": {"L": [{"N": "341"}, {"N": "472"}, {"N": "649"}]},
        "Pictures": {"M": {"Front": {"S": "front.jpg"}, "Rear": {"S": "rear.jpg"}}}
      }
      """;

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          Map.entry(":n5", "{\"N\": \"5\"}"),
          Map.entry(":n500", "{\"N\": \"500\"}"),
          Map.entry(":n900", "{\"N\": \"900\"}"),
          Map.entry(":n341", "{\"N\": \"341\"}"),
          Map.entry(":n48", "{\"N\": \"48\"}"),
          Map.entry(":n2", "{\"N\": \"2\"}"),
          Map.entry(":s", "{\"S\": \"Bicycle\"}"),
          Map.entry(":red", "{\"S\": \"Red\"}"),
          Map.entry(":road", "{\"S\": \"road\"}"),
          Map.entry(":t", "{\"BOOL\": true}"),
          Map.entry(":list", "{\"L\": [{\"N\": \"1\"}, {\"S\": \"x\"}]}"),
          Map.entry(":set", "{\"SS\": [\"Red\", \"Green\"]}"),
          Map.entry(":numbers", "{\"NS\": [\"52\", \"56\"]}"),
          Map.entry(":S", "{\"S\": \"S\"}"));

  private static final List<String> CONDITIONS =
      List.of(
          "Price = :n500",
          "Price <> :n500",
          "Price < :n900",
          "Price >= :n900",
          "Price BETWEEN :n5 AND :n900",
          "Title IN (:s, :red)",
          "Title > :s",
          "InStock = :t",
          "attribute_exists(Pictures.Front)",
          "attribute_not_exists(Pictures.Side)",
          "attribute_exists(Related[2])",
          "attribute_exists(Related[3])",
          "attribute_type(Title, :S)",
          "attribute_type(Price, :S)",
          "begins_with(Title, :s)",
          "begins_with(Description, :s)",
          "contains(Colors, :red)",
          "contains(Sizes, :n48)",
          "contains(Related, :n341)",
          "contains(Description, :road)",
          "size(Colors) = :n2",
          "size(Related) > :n2",
          "size(Pictures) < :n2",
          "size(Title) > :n5",
          "Related[0] = :n341",
          "Gone = :n5");

  private static final List<String> UPDATES =
      List.of(
          "SET Price = :n5",
          "SET Price = Price - :n5",
          "SET Gone = if_not_exists(Gone, :n5) + :n2",
          "SET Price = if_not_exists(Price, :n5)",
          "SET Related[1] = :n5",
          "SET Related[9] = :n5",
          "SET Related = list_append(Related, :list)",
          "SET Related = list_append(:list, Related)",
          "SET Pictures.Side = :s",
          "SET Title = Description, Description = Title",
          "REMOVE Related[0], Related[1]",
          "REMOVE Related[0]",
          "REMOVE Pictures.Front, Title",
          "REMOVE Gone",
          "ADD Price :n5",
          "ADD Gone :n5",
          "ADD Colors :set",
          "ADD Gone :set",
          "DELETE Colors :set",
          "DELETE Sizes :numbers",
          "DELETE Gone :set",
          "SET Price = :n5 REMOVE Title ADD Sizes :numbers DELETE Colors :set",
          "SET Price = Gone + :n5",
          "SET Price = Title + :n5",
          "SET Gone.Front = :s",
          "SET Price = :n5, Price = :n2",
          "SET Title = :s SET Price = :n5",
          "SET Id = :s",
          "SET Status = :s",
          "ADD Title :n5");

  private static final List<String> PROJECTIONS =
      List.of("Title", "Title, Price", "Pictures.Front", "Pictures.Rear, Related[1], Id", "Gone");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String table = "Table-" + UUID.randomUUID();
  private final StepFunctionsEnvironment env = StepFunctionsEnvironment.create();
  private final Calls calls = new Calls(env);
  private final List<String> differences = new ArrayList<>();

  private void makeTables() {
    env.table(table).key("Id").sortKey("Rank1", AttributeType.N);
    moto(
        "CreateTable",
        """
        {"TableName": "%s", "BillingMode": "PAY_PER_REQUEST",
         "KeySchema": [{"AttributeName": "Id", "KeyType": "HASH"}, {"AttributeName": "Rank1", "KeyType": "RANGE"}],
         "AttributeDefinitions": [{"AttributeName": "Id", "AttributeType": "S"}, {"AttributeName": "Rank1", "AttributeType": "N"}]}
        """
            .formatted(table));
  }

  private HttpResponse<String> moto(String operation, String request) {
    try {
      return http.send(
          HttpRequest.newBuilder(URI.create(System.getProperty(MOTO)))
              .header("X-Amz-Target", "DynamoDB_20120810." + operation)
              .header("Content-Type", "application/x-amz-json-1.0")
              .header(
                  "Authorization",
                  "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=a")
              .POST(HttpRequest.BodyPublishers.ofString(request))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("moto does not answer: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes a call of both, and notes where they differ. */
  private void compare(String operation, ObjectNode request) {
    request.put("TableName", table);
    String action = operation.substring(0, 1).toLowerCase(Locale.ROOT) + operation.substring(1);
    String theirs = shown(moto(operation, request.toString()));
    String ours = shown(calls.run(action, renamed(request, OF_THE_SDK).toString()));
    if (!ours.equals(theirs)) {
      differences.add(
          "%s %s\n  ours   %s\n  theirs %s".formatted(operation, request, ours, theirs));
    }
  }

  private static String shown(HttpResponse<String> answer) {
    JsonNode body = Json.parseData(answer.body());
    if (answer.statusCode() == 200) {
      return comparable(body).toString();
    }
    String type = body.path("__type").asText().replaceFirst(".*#", "");
    return type.equals("ValidationException") ? "DynamoDbException" : type;
  }

  private static String shown(Execution run) {
    return run.output()
        .map(output -> comparable(output).toString())
        .orElseGet(() -> run.error().orElseThrow().replace("DynamoDb.", ""));
  }

  private static final Map<String, String> OF_THE_SDK =
      Map.of("BOOL", "Bool", "NULL", "Nul", "SS", "Ss", "NS", "Ns", "BS", "Bs");

  private static final Map<String, String> OF_THE_API =
      Map.of("Bool", "BOOL", "Nul", "NULL", "Ss", "SS", "Ns", "NS", "Bs", "BS");

  /**
   * Sets in order, descriptors as the API has them. moto tells capacity that nobody asked for, and
   * no key where a page ends at its limit with the last item.
   */
  private static JsonNode comparable(JsonNode json) {
    ObjectNode comparable = (ObjectNode) renamed(json, OF_THE_API);
    return comparable.remove(List.of("ConsumedCapacity", "LastEvaluatedKey"));
  }

  private static JsonNode renamed(JsonNode json, Map<String, String> names) {
    if (json.isArray()) {
      ArrayNode array = Json.NODES.arrayNode();
      json.forEach(item -> array.add(renamed(item, names)));
      return array;
    }
    if (!json.isObject()) {
      return json;
    }
    TreeMap<String, JsonNode> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String name = names.getOrDefault(member.getKey(), member.getKey());
      JsonNode value = renamed(member.getValue(), names);
      members.put(name, name.matches("[SNB][Ss]") ? sorted(value) : value);
    }
    ObjectNode object = Json.NODES.objectNode();
    members.forEach(object::set);
    return object;
  }

  private static JsonNode sorted(JsonNode set) {
    List<String> texts = new ArrayList<>();
    set.forEach(item -> texts.add(item.asText()));
    ArrayNode array = Json.NODES.arrayNode();
    texts.stream().sorted().forEach(array::add);
    return array;
  }

  private static ObjectNode withValues(ObjectNode request, String... expressions) {
    ObjectNode values = Json.NODES.objectNode();
    String all = String.join(" ", expressions) + " ";
    VALUES.forEach(
        (name, value) -> {
          if (all.matches(".*" + name + "\\W.*")) {
            values.set(name, Json.parse(value));
          }
        });
    if (!values.isEmpty()) {
      request.set("ExpressionAttributeValues", values);
    }
    return request;
  }

  private void putBicycle() {
    ObjectNode put = Json.NODES.objectNode();
    put.set("Item", Json.parse(BICYCLE));
    compare("PutItem", put);
  }

  private static ObjectNode key() {
    return (ObjectNode)
        Json.parse("{\"Key\": {\"Id\": {\"S\": \"b-123\"}, \"Rank1\": {\"N\": \"7\"}}}");
  }

  private void assertNoDifferences() {
    assertThat(differences).as("calls with other answers").isEmpty();
  }

  @Test
  void conditions_hold_alike() {
    makeTables();
    putBicycle();
    Random random = new Random(42);
    List<String> conditions = new ArrayList<>(CONDITIONS);
    for (int i = 0; i < 300; i++) {
      conditions.add(combined(random, 3));
    }

    for (String condition : conditions) {
      ObjectNode scan = Json.NODES.objectNode().put("FilterExpression", condition);
      compare("Scan", withValues(scan, condition));
      ObjectNode delete = key().put("ConditionExpression", "NOT (" + condition + ")");
      compare("DeleteItem", withValues(delete, condition));
      putBicycle();
    }

    assertNoDifferences();
  }

  private static String combined(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    }
    return switch (random.nextInt(4)) {
      case 0 -> combined(random, depth - 1) + " AND " + combined(random, depth - 1);
      case 1 -> combined(random, depth - 1) + " OR " + combined(random, depth - 1);
      case 2 -> "NOT (" + combined(random, depth - 1) + ")";
      default ->
          "("
              + combined(random, depth - 1)
              + " OR "
              + combined(random, depth - 1)
              + ")"
              + " AND "
              + combined(random, depth - 1);
    };
  }

  /** Of UPDATED_NEW and UPDATED_OLD moto tells whole lists, and nothing of what stayed the same. */
  @Test
  void updates_change_alike() {
    makeTables();

    for (String returned : List.of("ALL_NEW", "ALL_OLD", "NONE")) {
      for (String expression : UPDATES) {
        putBicycle();
        ObjectNode update = key().put("UpdateExpression", expression).put("ReturnValues", returned);
        compare("UpdateItem", withValues(update, expression));
        compare("GetItem", key());
      }
    }

    assertNoDifferences();
  }

  @Test
  void reads_tell_alike() {
    makeTables();
    putBicycle();
    for (int i = 0; i < 12; i++) {
      ObjectNode put = Json.NODES.objectNode();
      put.set("Item", Json.parse(BICYCLE.replace("\"7\"", "\"" + (i * 3 - 10) + "\"")));
      compare("PutItem", put);
    }

    PROJECTIONS.forEach(
        projection -> compare("GetItem", key().put("ProjectionExpression", projection)));
    for (String sort :
        List.of("", " AND Rank1 > :n5", " AND Rank1 BETWEEN :n2 AND :n48", " AND Rank1 = :n5")) {
      for (boolean forward : new boolean[] {true, false}) {
        for (int limit : new int[] {1, 3, 5, 100}) {
          query(sort, forward, limit);
        }
      }
    }

    assertNoDifferences();
  }

  /** All pages, each from where ours ended. */
  private void query(String sort, boolean forward, int limit) {
    String condition = "Id = :id" + sort;
    ObjectNode request =
        Json.NODES
            .objectNode()
            .put("KeyConditionExpression", condition)
            .put("ScanIndexForward", forward)
            .put("Limit", limit)
            .put("TableName", table)
            .put("FilterExpression", "Price > :n2");
    withValues(request, condition, "Price > :n2");
    request.withObject("/ExpressionAttributeValues").putObject(":id").put("S", "b-123");
    compare("Query", request);
    JsonNode last =
        calls.answer("query", renamed(request, OF_THE_SDK).toString()).path("LastEvaluatedKey");
    while (!last.isMissingNode()) {
      request.set("ExclusiveStartKey", last);
      compare("Query", request);
      last =
          calls.answer("query", renamed(request, OF_THE_SDK).toString()).path("LastEvaluatedKey");
    }
  }
}
