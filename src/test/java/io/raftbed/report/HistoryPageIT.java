package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.Checker;
import io.raftbed.linearizability.Evidence;
import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Limit;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Verdict;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a real browser, used by keys, mouse and menus as a reader would. */
class HistoryPageIT {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /** A bar for every two pixels of every lane is the most that is worth drawing. */
  private static final int MOST_BARS = 12 * WIDTH / 2;

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    chromium = new Chromium();
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(chromium.complaints()).isEmpty();
    assertThat(number("performance.getEntriesByType('resource').length")).isZero();
  }

  private static void open(History<KvInput, KvOutput> history) throws IOException {
    open(SampleHistories.page("sample", history), WIDTH);
  }

  private static void open(String page, int width) throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, page);
    chromium.open(file, width, HEIGHT);
  }

  private static int number(String expression) {
    return (int) Math.round(Double.parseDouble(chromium.evaluate(expression)));
  }

  private static String text(String id) {
    return chromium.evaluate("document.getElementById('%s').textContent".formatted(id));
  }

  /** Picks an entry of a menu as its user does. */
  private static void pick(String menu, int value) {
    chromium.evaluate(
        "{ const menu = document.getElementById('%s'); menu.value = %d;".formatted(menu, value)
            + " menu.dispatchEvent(new Event('change')); }");
    chromium.frame();
  }

  /** Puts the mouse on the bar of an operation. */
  private static void mouse(String type, int operation) {
    String at = "picture.layout.shown.find(o => o.id === %d)".formatted(operation);
    String canvas = "document.getElementById('picture').getBoundingClientRect()";
    int x = number("picture.view.x(%s.call + .5) + %s.x".formatted(at, canvas));
    int y =
        number("picture.painter.y(picture.layout.rowOf.get(%s)) + 24 + %s.y".formatted(at, canvas));
    chromium.mouse(type, x, y, 0);
  }

  private static void click(int operation) {
    mouse("mousePressed", operation);
    mouse("mouseReleased", operation);
  }

  private static String shownOrder() {
    return chromium.evaluate("picture.points.map(p => p.operation.id).join(' ')");
  }

  private static String ids(List<Operation<KvInput, KvOutput>> order) {
    return order.stream().map(o -> Integer.toString(o.id())).collect(Collectors.joining(" "));
  }

  private static Evidence<KvInput, KvOutput> evidence(History<KvInput, KvOutput> history) {
    Verdict<KvInput, KvOutput> verdict = Checker.of(SampleHistories.MODEL).check(history).verdict();
    return ((Verdict.NotLinearizable<KvInput, KvOutput>) verdict).evidence();
  }

  @Test
  void everyOperationOfThePartitionIsABar() throws IOException {
    open(SampleHistories.staleRead());
    assertThat(chromium.evaluate("document.getElementById('partition').value")).isEqualTo("0");
    chromium.press("0");
    assertThat(number("picture.drawn.bars")).isEqualTo(7);

    pick("partition", -1);
    assertThat(number("picture.drawn.bars")).isEqualTo(9);
    pick("partition", 1);
    assertThat(number("picture.drawn.bars")).isEqualTo(2);
    assertThat(chromium.evaluate("picture.layout.ranks.map(r => picture.view.at[r]).join()"))
        .as("times of the partition and its notes, evenly spaced")
        .isEqualTo("0,1,2,3,4,5");
  }

  @Test
  void textOfOperationsIsDataNotMarkup() throws IOException {
    open(SampleHistories.staleRead());
    pick("partition", -1);
    assertThat(chromium.evaluate("picture.layout.shown.find(o => o.client === 3).text"))
        .contains(SampleHistories.HOSTILE);
    click(3);
    assertThat(text("selected")).contains(SampleHistories.HOSTILE);
    assertThat(number("document.querySelectorAll('b').length")).isZero();
  }

  @Test
  void everyOrderOfTheEvidenceCanBeShown() throws IOException {
    History<KvInput, KvOutput> history = SampleHistories.staleRead();
    Evidence<KvInput, KvOutput> evidence = evidence(history);
    open(history);
    int index = 0;
    for (Evidence.Configuration<KvInput, KvOutput> configuration : evidence.configurations()) {
      pick("order", index++);
      assertThat(shownOrder()).isEqualTo(ids(configuration.order()));
      assertThat(text("configuration"))
          .contains(configuration.state(), configuration.candidates().getFirst().reason());
    }
    for (List<Operation<KvInput, KvOutput>> partial : evidence.partials()) {
      pick("order", index++);
      assertThat(shownOrder()).isEqualTo(ids(partial));
    }
    assertThat(number("document.getElementById('order').length")).isEqualTo(index + 1);
  }

  @Test
  void aClickedOperationTellsItsPlaceAndTheStateAfterIt() throws IOException {
    open(SampleHistories.staleRead());
    click(4);
    assertThat(text("selected")).contains("append x '3'", "3 of 3", "'13'");
  }

  @Test
  void aPartialLinearizationFollowsThePointer() throws IOException {
    History<KvInput, KvOutput> history = SampleHistories.staleRead();
    int first = evidence(history).configurations().size();
    open(history);
    pick("order", first);
    String chosen = shownOrder();
    mouse("mouseMoved", 5);
    assertThat(chromium.evaluate("picture.shownOrder.kind")).isEqualTo("partial");
    assertThat(shownOrder().split(" ")).contains("5");
    chromium.mouse("mouseMoved", 5, 5, 0);
    assertThat(shownOrder()).isEqualTo(chosen);
  }

  @Test
  void aJumpPutsTheViolationInTheMiddle() throws IOException {
    open(SampleHistories.many(10_000, 12, false));
    assertViolationIsInTheMiddle();
    chromium.press("0");
    assertThat(number("picture.view.from")).isZero();
    chromium.press("v");
    assertViolationIsInTheMiddle();
    chromium.press("0");
    chromium.evaluate("document.getElementById('jump').click()");
    chromium.frame();
    assertViolationIsInTheMiddle();
    assertThat(text("selected")).contains("get x -> 'lost'");
  }

  private static void assertViolationIsInTheMiddle() {
    int middle = number("picture.view.gutter + picture.view.room / 2");
    assertThat(number("picture.view.x(picture.selected.end)")).isBetween(middle - 3, middle + 3);
    assertThat(number("picture.painter.y(picture.layout.rowOf.get(picture.selected))"))
        .isBetween(0, number("picture.view.height"));
  }

  @Test
  void searchFindsOperationsValuesAndClients() throws IOException {
    open(SampleHistories.many(10_000, 12, false));
    chromium.press("0");
    chromium.press("/");
    "lost".chars().forEach(letter -> chromium.press(Character.toString(letter)));
    assertThat(text("matches")).isEqualTo("1 match");
    chromium.press("Enter");
    assertThat(text("matches")).isEqualTo("1 of 1");
    assertThat(text("selected")).contains("Operation 5001");
    assertThat(number("picture.view.x(picture.selected.call)"))
        .isBetween(0, number("picture.view.width"));

    chromium.evaluate("picture.search('client 3')");
    assertThat(text("matches")).isEqualTo("834 matches");
    chromium.evaluate("picture.search('nowhere')");
    assertThat(text("matches")).isEqualTo("no match");
  }

  @Test
  void ofTenThousandOperationsOnlyTheVisibleAreDrawn() throws IOException {
    open(SampleHistories.many(10_000, 12, true));
    assertThat(number("picture.layout.shown.length")).isEqualTo(10_000);
    assertThat(number("picture.drawn.bars")).isBetween(1_000, MOST_BARS);
    chromium.evaluate("picture.view.zoom(100); picture.changed()");
    chromium.frame();
    assertThat(number("picture.drawn.bars")).isBetween(12, 300);
    assertThat(number("picture.drawn.points")).isBetween(12, 300);
  }

  @Test
  void manyMovesAreOneFrame() throws IOException {
    open(SampleHistories.many(10_000, 12, true));
    chromium.evaluate("picture.view.zoom(20); picture.changed()");
    chromium.frame();
    int frames = number("picture.drawn.frames");
    chromium.evaluate(
        "for (let i = 0; i < 500; i++) { picture.view.pan(3, 0); picture.changed(); }");
    chromium.frame();
    assertThat(number("picture.drawn.frames")).isBetween(frames + 1, frames + 2);
  }

  @Test
  void everyPointLiesBetweenCallAndEndAndAfterTheOneBefore() throws IOException {
    open(SampleHistories.many(10_000, 12, true));
    assertThat(number("picture.points.length")).isEqualTo(10_000);
    assertThat(
            chromium.evaluate(
                "picture.points.every((p, i) => p.rank >= p.operation.call"
                    + " && p.rank <= p.operation.end"
                    + " && (i === 0 || p.rank >= picture.points[i - 1].rank))"))
        .isEqualTo("true");
  }

  @Test
  void theMouseZoomsAndPans() throws IOException {
    open(SampleHistories.many(1_000, 12, true));
    int x = 500;
    int y = 500;
    String place = "picture.view.placeAt(%d)".formatted(x);
    int before = number(place);
    chromium.mouse("mouseWheel", x, y, -900);
    assertThat(number("picture.view.scale / picture.view.smallest")).isEqualTo(20);
    assertThat(number(place)).isEqualTo(before);

    chromium.mouse("mousePressed", x, y, 0);
    chromium.mouse("mouseMoved", x - 200, y, 0);
    chromium.mouse("mouseReleased", x - 200, y, 0);
    assertThat(number("picture.view.placeAt(%d)".formatted(x - 200))).isEqualTo(before);
    assertThat(chromium.evaluate("String(picture.selected)")).isEqualTo("undefined");
  }

  @Test
  void keysWalkThroughOperations() throws IOException {
    open(SampleHistories.many(1_000, 12, true));
    chromium.press(".");
    assertThat(text("selected")).contains("Operation 0");
    chromium.press(".");
    assertThat(text("selected")).contains("Operation 1");
    chromium.press(",");
    assertThat(text("selected")).contains("Operation 0");
    int scale = number("picture.view.scale");
    chromium.press("+");
    assertThat(number("picture.view.scale")).isGreaterThan(scale);
  }

  @Test
  void timesAreExactAndTrueDistancesCanBeShown() throws IOException {
    long start = 1_700_000_000_123_456_789L;
    open(
        History.<KvInput, KvOutput>timed()
            .ok(1, new KvInput.Get("x"), new KvOutput.Value(""), start, start + 2)
            .ok(1, new KvInput.Get("x"), new KvOutput.Value(""), start + 3, start + 1_000)
            .build());
    chromium.press(".");
    assertThat(text("selected")).contains("1700000000123456789", "1700000000123456791");
    String widths =
        "(picture.view.x(3) - picture.view.x(2)) / (picture.view.x(1) - picture.view.x(0))";
    assertThat(number(widths)).isEqualTo(1);
    chromium.evaluate("document.getElementById('clock').click()");
    chromium.frame();
    assertThat(number(widths)).isBetween(498, 499);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textHasContrast(String scheme) throws IOException {
    open(SampleHistories.staleRead());
    chromium.prefer(scheme);
    chromium.frame();
    for (String ink : List.of("text", "quiet", "bad", "good", "unknown")) {
      for (String ground : List.of("ground", "panel")) {
        assertThat(Contrast.of(chromium, ink, ground))
            .as("%s on %s", ink, ground)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
    assertThat(Contrast.of(chromium, "on-bad", "bad")).isGreaterThanOrEqualTo(4.5);
    assertThat(Contrast.of(chromium, "on-order", "order")).isGreaterThanOrEqualTo(4.5);
    chromium.prefer("");
  }

  @Test
  void aPrintedPageIsLightAndHasAllWords() throws IOException {
    open(SampleHistories.staleRead());
    chromium.prefer("dark");
    chromium.frame();
    String ground =
        "getComputedStyle(document.documentElement).getPropertyValue('--ground').trim()";
    chromium.evaluate(
        "window.printed = []; addEventListener('beforeprint', () => printed.push(%s))"
            .formatted(ground));
    chromium.evaluate("document.getElementById('summary').open = false");
    assertThat(chromium.print()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(chromium.evaluate("printed.join()")).isEqualTo("#ffffff");
    assertThat(chromium.evaluate("document.getElementById('summary').open")).isEqualTo("true");
    assertThat(chromium.evaluate(ground)).isEqualTo("#12161c");
    chromium.prefer("");
  }

  @Test
  void aNarrowWindowNeedsNoScrollingAside() throws IOException {
    open(SampleHistories.page("sample", SampleHistories.staleRead()), 400);
    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
    assertThat(number("picture.drawn.bars")).isEqualTo(7);
  }

  @Test
  void historiesWithoutOperationsOrOrderAreShownToo() throws IOException {
    open(History.<KvInput, KvOutput>timed().build());
    assertThat(number("picture.drawn.bars")).isZero();

    History<KvInput, KvOutput> history = SampleHistories.many(100, 12, true);
    for (Verdict<KvInput, KvOutput> verdict :
        List.<Verdict<KvInput, KvOutput>>of(
            new Verdict.Linearizable<>(Optional.empty()), new Verdict.Undecided<>(Limit.MEMORY))) {
      open(SampleHistories.page("sample", history, verdict), WIDTH);
      assertThat(number("picture.drawn.bars")).isEqualTo(100);
      assertThat(chromium.evaluate("document.getElementById('jump').hidden")).isEqualTo("true");
    }
  }
}
