package io.stepunit.internal.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.cost.Prices;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The prices in {@code prices.json}. */
final class PriceList {
  private static final String FILE = "prices.json";
  private static final Prices AWS = read();

  private PriceList() {}

  /** AWS's published prices. */
  static Prices aws() {
    return AWS;
  }

  private static Prices read() {
    try (InputStream file = PriceList.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
      JsonNode json = Json.parse(text);
      return new Prices(
          json.path("region").asText(),
          LocalDate.parse(json.path("asOf").asText()),
          amount(json.at("/standard/usdPerTransition")),
          amount(json.at("/express/usdPerRequest")),
          tiers(json.at("/express/usdPerGbSecond")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Prices.Tier> tiers(JsonNode json) {
    List<Prices.Tier> tiers = new ArrayList<>();
    for (JsonNode tier : json) {
      Optional<BigDecimal> upTo =
          tier.has("upToGbSeconds")
              ? Optional.of(amount(tier.get("upToGbSeconds")))
              : Optional.empty();
      tiers.add(new Prices.Tier(upTo, amount(tier.path("usd"))));
    }
    return tiers;
  }

  /** Texts, so that no amount loses a digit. */
  private static BigDecimal amount(JsonNode json) {
    return new BigDecimal(json.asText());
  }
}
