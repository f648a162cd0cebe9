package io.stepunit.internal.engine.map;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.bucket.Buckets;
import io.stepunit.internal.model.ItemReader;
import java.util.Optional;

/** Where the items of a Map Run come from. They can be read as often as one likes. */
public sealed interface ItemSource {
  /** The number of items in MapStateStarted: those of an ItemReader are not known by then. */
  int knownLength();

  /**
   * Begins to read the items.
   *
   * @throws ItemReaderException if they cannot be read
   */
  Items open(Buckets buckets);

  /** An array or object in the state's data. */
  record StateData(JsonNode collection) implements ItemSource {
    @Override
    public int knownLength() {
      return collection.size();
    }

    @Override
    public Items open(Buckets buckets) {
      return items();
    }

    /** The items, which no bucket is needed for. */
    public Items items() {
      return new StateItems(collection);
    }
  }

  /**
   * An {@code ItemReader}.
   *
   * @param arguments the effective {@code Parameters} or {@code Arguments}
   * @param maxItems the effective {@code MaxItems}; empty for no limit
   */
  record Read(ItemReader reader, JsonNode arguments, Optional<Long> maxItems)
      implements ItemSource {
    @Override
    public int knownLength() {
      return 0;
    }

    @Override
    public Items open(Buckets buckets) {
      if (maxItems.filter(most -> most < 0).isPresent()) {
        throw ItemReaderException.of("field MaxItems must be positive");
      }
      Items all = new ObjectItems(reader, arguments, buckets).open();
      long most = maxItems.orElse(0L);
      return most == 0 ? all : new FirstItems(all, most);
    }
  }
}
