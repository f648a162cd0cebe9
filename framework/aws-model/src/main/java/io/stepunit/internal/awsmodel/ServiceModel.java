package io.stepunit.internal.awsmodel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The operations of one service. Of its description only what is asked for is parsed, so that a
 * service with thousands of shapes costs little.
 */
public final class ServiceModel {
  private final String name;
  private final String errorPrefix;
  private final Map<String, String> operations;
  private final OperationTable ofSdk;
  private final OperationTable ofApi;

  private ServiceModel(
      String name, String errorPrefix, Map<String, String> operations, List<String> shapes) {
    this.name = name;
    this.errorPrefix = errorPrefix;
    this.operations = Collections.unmodifiableMap(operations);
    this.ofSdk = new OperationTable(new ShapeTable(shapes, MemberNames.SDK));
    this.ofApi = new OperationTable(new ShapeTable(shapes, MemberNames.API));
  }

  /**
   * Reads a service's file.
   *
   * @param text a line for each operation, an empty line, a line for each shape
   */
  static ServiceModel read(String name, String errorPrefix, String text) {
    Map<String, String> operations = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    int end = lines.indexOf("");
    for (String line : lines.subList(0, end)) {
      operations.put(MemberNames.javaName(line.substring(0, line.indexOf(' '))), line);
    }
    return new ServiceModel(name, errorPrefix, operations, lines.subList(end + 1, lines.size()));
  }

  /** The service's name as it follows {@code aws-sdk:} in a Resource. */
  public String name() {
    return name;
  }

  /** What stands before the dot of the names of its errors, as {@code DynamoDb}. */
  public String errorPrefix() {
    return errorPrefix;
  }

  /** The actions as a Resource names them, as {@code putItem}. */
  public Set<String> actions() {
    return operations.keySet();
  }

  /**
   * An operation with its members as {@code aws-sdk:} integrations name them.
   *
   * @param action as a Resource names it
   * @return empty if the service has none of that name
   */
  public Optional<Operation> operation(String action) {
    return operation(action, MemberNames.SDK);
  }

  /**
   * An operation.
   *
   * @param action as a Resource names it
   * @param names how its members are named
   * @return empty if the service has none of that name
   */
  public Optional<Operation> operation(String action, MemberNames names) {
    OperationTable table = names == MemberNames.SDK ? ofSdk : ofApi;
    return Optional.ofNullable(operations.get(action)).map(table::of);
  }
}
