package io.stepunit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.stepunit.internal.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command {@code serve} while it runs, on a free port. */
final class ServedCommand implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  private final Console out = new Console();
  private final StringWriter err = new StringWriter();
  private final BlockingQueue<Integer> code = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final URI uri;

  private ServedCommand(List<String> arguments) throws InterruptedException {
    thread =
        new Thread(
            () ->
                code.add(
                    StepUnitCommand.run(
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        arguments.toArray(String[]::new))),
            "serve");
    thread.start();
    Matcher address = ADDRESS.matcher(out.next());
    if (!address.find()) {
      throw new AssertionError("no address: " + out + err);
    }
    uri = URI.create(address.group());
  }

  static ServedCommand start(String... options) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(List.of(options));
    return new ServedCommand(arguments);
  }

  URI uri() {
    return uri;
  }

  /** All that was printed so far. */
  String printed() {
    return out.toString();
  }

  /** Waits for the next text that is printed. */
  String nextPrinted() throws InterruptedException {
    return out.next();
  }

  /** Calls an operation, and returns its answer or refusal. */
  JsonNode call(String operation, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("X-Amz-Target", "AWSStepFunctions." + operation)
            .POST(BodyPublishers.ofString(body))
            .build();
    return Json.parse(HTTP.send(request, BodyHandlers.ofString()).body());
  }

  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri.resolve(path)).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  String post(String path, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path)).POST(BodyPublishers.ofString(body)).build();
    return HTTP.send(request, BodyHandlers.ofString()).body();
  }

  /** Stops it, and returns its exit code. */
  int stop() throws InterruptedException {
    thread.interrupt();
    thread.join();
    return code.take();
  }

  @Override
  public void close() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  /** Keeps what is printed, and lets other threads wait for it. */
  private static final class Console extends Writer {
    private final StringBuilder all = new StringBuilder();
    private final StringBuilder fresh = new StringBuilder();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Override
    public void write(char[] characters, int offset, int length) {
      synchronized (lock) {
        all.append(characters, offset, length);
        fresh.append(characters, offset, length);
      }
    }

    @Override
    public void flush() {
      synchronized (lock) {
        if (!fresh.isEmpty()) {
          texts.add(fresh.toString());
          fresh.setLength(0);
        }
      }
    }

    @Override
    public void close() {}

    String next() throws InterruptedException {
      String text = texts.poll(60, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("Nothing was printed after: " + this);
      }
      return text;
    }

    @Override
    public String toString() {
      synchronized (lock) {
        return all.toString();
      }
    }
  }
}
