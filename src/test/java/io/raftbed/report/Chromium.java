package io.raftbed.report;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Path ON_MACOS =
      Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  private static final Pattern LISTENING = Pattern.compile("listening on ws://([0-9.:]+)/");
  private static final Pattern PAGE =
      Pattern.compile("\"webSocketDebuggerUrl\": *\"(ws://[^\"]+/page/[^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path profile;
  private final Process process;
  private final DevTools page;

  Chromium() throws IOException, InterruptedException {
    profile = Files.createTempDirectory(Path.of("target"), "chromium-").toAbsolutePath();
    // Without its own sandbox, as it has none where tests run as root; it opens our files only.
    process =
        new ProcessBuilder(
                program().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    page = new DevTools(http, URI.create(pageAddress(address())));
    page.send("Runtime.enable", "{}");
    page.send("Log.enable", "{}");
    page.send("Page.enable", "{}");
  }

  private static Path program() {
    Stream<Path> given = Optional.ofNullable(System.getenv("CHROMIUM")).map(Path::of).stream();
    String[] folders =
        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator);
    Stream<Path> onPath =
        NAMES.stream().flatMap(name -> Arrays.stream(folders).map(in -> Path.of(in, name)));
    return Stream.of(given, onPath, Stream.of(ON_MACOS))
        .flatMap(found -> found)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new AssertionError(
                "this test needs Chromium or Chrome: 'apt-get install chromium' on Debian, or give"
                    + " the program's path in the environment variable CHROMIUM"));
  }

  private String address() throws IOException {
    BufferedReader lines = process.errorReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
        return matcher.group(1);
      }
    }
    throw new AssertionError("Chromium ended before it listened: exit code " + process.exitValue());
  }

  private String pageAddress(String address) throws IOException, InterruptedException {
    URI list = URI.create("http://" + address + "/json/list");
    HttpRequest request = HttpRequest.newBuilder(list).build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher matcher = PAGE.matcher(body);
    if (!matcher.find()) {
      throw new AssertionError("Chromium has no page: " + body);
    }
    return matcher.group(1);
  }

  /** Opens a file in a window of that size, in CSS pixels. */
  void open(Path file, int width, int height) {
    page.send(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}"
            .formatted(width, height));
    page.sendAndAwait(
        "Page.navigate", "{\"url\":\"%s\"}".formatted(file.toUri()), "Page.loadEventFired");
    frame();
  }

  /** Loads the page anew, at the address that it has now. */
  void reload() {
    page.sendAndAwait("Page.reload", "{}", "Page.loadEventFired");
    frame();
  }

  /** Tells pages that the user prefers {@code dark} or {@code light}. */
  void prefer(String scheme) {
    page.send(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}".formatted(scheme));
  }

  /** Returns the value of a JavaScript expression as text. */
  String evaluate(String expression) {
    String escaped = expression.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return page.send(
            "Runtime.evaluate",
            "{\"expression\":\"%s\",\"returnByValue\":true,\"awaitPromise\":true}"
                .formatted(escaped))
        .getOrDefault("result.result.value", "");
  }

  /** Waits until what changed is painted. */
  void frame() {
    evaluate("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))");
  }

  /** Presses a key that makes a character, or a named one such as {@code Enter}. */
  void press(String key) {
    String text = key.length() == 1 ? ",\"text\":\"%s\"".formatted(key) : "";
    page.send(
        "Input.dispatchKeyEvent", "{\"type\":\"keyDown\",\"key\":\"%s\"%s}".formatted(key, text));
    page.send("Input.dispatchKeyEvent", "{\"type\":\"keyUp\",\"key\":\"%s\"}".formatted(key));
    frame();
  }

  /** Sends a mouse event such as {@code mousePressed} or {@code mouseWheel}. */
  void mouse(String type, int x, int y, int wheel) {
    String button = type.equals("mousePressed") || type.equals("mouseReleased") ? "left" : "none";
    page.send(
        "Input.dispatchMouseEvent",
        ("{\"type\":\"%s\",\"x\":%d,\"y\":%d,\"deltaX\":0,\"deltaY\":%d,\"button\":\"%s\","
                + "\"clickCount\":1}")
            .formatted(type, x, y, wheel, button));
    frame();
  }

  /** Returns what the window shows, a PNG. */
  byte[] screenshot() {
    return bytes(page.send("Page.captureScreenshot", "{}"));
  }

  /** Returns the page as it is printed, a PDF. */
  byte[] print() {
    return bytes(
        page.send("Page.printToPDF", "{\"preferCSSPageSize\":true,\"printBackground\":true}"));
  }

  private static byte[] bytes(Map<String, String> answer) {
    return Base64.getDecoder().decode(answer.getOrDefault("result.data", ""));
  }

  /** Returns all that pages reported so far: exceptions, errors and warnings. */
  List<String> complaints() {
    return page.complaints();
  }

  @Override
  public void close() {
    page.close();
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    process.destroyForcibly();
    http.shutdownNow();
    try {
      MoreFiles.deleteRecursively(profile, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException _) {
      // Its last helper processes may still write there; the next clean build removes it.
    }
  }
}
