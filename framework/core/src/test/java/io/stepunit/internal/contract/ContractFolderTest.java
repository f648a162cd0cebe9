package io.stepunit.internal.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFolderTest {
  @TempDir Path folder;

  private static Contract contract(String machine, String state) {
    return new Contract(
        new ContractedTask(machine, state, "r", Optional.empty(), false, "order.asl.json"),
        List.of(
            new AssumedCall(
                Json.parse("{}"),
                Optional.empty(),
                Optional.of("Card.Declined"),
                Optional.empty(),
                List.of(new AssumedBy("T > x", "order.mock(\"Charge\")", "T.java:5")))),
        true);
  }

  @Test
  void contracts_take_the_place_of_those_before_and_other_files_stay() throws IOException {
    ContractFolder contracts = new ContractFolder(folder);
    contracts.write(List.of(contract("order", "Charge"), contract("order", "Ship")));
    Path notes = Files.writeString(folder.resolve("order/notes.json"), "{}");
    Path text = Files.writeString(folder.resolve("order/notes.txt"), "{\n  \"stepunitContract\"");

    contracts.write(List.of(contract("order", "Ship"), contract("refund", "Pay")));

    assertThat(folder.resolve("order/Charge.json")).doesNotExist();
    assertThat(folder.resolve("order/Ship.json")).hasContent(contract("order", "Ship").text());
    assertThat(folder.resolve("refund/Pay.json")).exists();
    assertThat(notes).exists();
    assertThat(text).exists();
  }

  @Test
  void different_names_have_different_files() {
    assertThat(
            List.of("Charge/Card", "Charge%2FCard", "Charge Card", ".", "..", " x ", "é:*?\"<>|"))
        .extracting(state -> contract("order", state).task().file())
        .containsExactly(
            "order/Charge%2FCard.json",
            "order/Charge%252FCard.json",
            "order/Charge Card.json",
            "order/%2E.json",
            "order/%2E%2E.json",
            "order/%20x%20.json",
            "order/é%3A%2A%3F%22%3C%3E%7C.json");
  }
}
