package io.stepunit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process of its own. */
class ServeProcessTest {
  @TempDir Path folder;

  @Test
  void takes_the_mock_configuration_from_the_environment_and_ends_by_a_signal() throws Exception {
    Path config =
        Files.writeString(
            folder.resolve("MockConfigFile.json"),
            """
            {"StateMachines": {"order": {"TestCases": {"Happy": {"Charge": "Ok"}}}},
             "MockedResponses": {"Ok": {"0": {"Return": {}}}}}
            """);
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StepUnitCommand.class.getName(),
                "serve",
                "--port",
                "0")
            .redirectErrorStream(true);
    builder.environment().put("SFN_MOCK_CONFIG", config.toString());
    Process process = builder.start();
    BufferedReader printed =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));

    String address = printed.readLine();
    String cases = printed.readLine();
    URI uri = URI.create(address.replaceAll(".*(http://localhost:\\d+).*", "$1"));
    int status =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
            .statusCode();
    // Unlike Process.destroy, this leaves what is printed readable.
    process.toHandle().destroy();

    assertThat(cases).isEqualTo("  order: not there yet, #Happy");
    assertThat(status).isEqualTo(200);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(printed.lines()).containsExactly("Stop it by Ctrl-C.");
    try (ServerSocket again =
        new ServerSocket(uri.getPort(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(again.isBound()).isTrue();
    }
  }
}
