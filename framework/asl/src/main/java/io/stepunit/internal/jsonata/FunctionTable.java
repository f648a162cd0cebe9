package io.stepunit.internal.jsonata;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that an expression may call by name. */
public final class FunctionTable {
  static final FunctionTable NONE = new FunctionTable(List.of());

  private final Map<String, NativeFunction> functions;

  private FunctionTable(Collection<NativeFunction> functions) {
    Map<String, NativeFunction> byName = new HashMap<>();
    functions.forEach(function -> byName.put(function.name(), function));
    this.functions = Collections.unmodifiableMap(byName);
  }

  public static FunctionTable of(Collection<NativeFunction> functions) {
    return new FunctionTable(functions);
  }

  /** The same functions and others; of one name the other one counts. */
  public FunctionTable with(Collection<NativeFunction> others) {
    Map<String, NativeFunction> all = new HashMap<>(functions);
    others.forEach(function -> all.put(function.name(), function));
    return new FunctionTable(all.values());
  }

  /** The function of a name without {@code $}, or null if there is none. */
  public @Nullable NativeFunction function(String name) {
    return functions.get(name);
  }
}
