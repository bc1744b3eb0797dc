package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a run in a real browser, used by keys, mouse and menus as a reader would. */
class TimelinePageIT {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  /** The page claims 2 s; a machine that does other things too may take longer. */
  private static final int MOST_MILLIS = 10_000;

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

  private static void open(Verdict verdict, List<TraceEvent> events) throws IOException {
    open(verdict, events, WIDTH);
  }

  private static void open(Verdict verdict, List<TraceEvent> events, int width) throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, SampleTimelines.page(verdict, events));
    chromium.open(file, width, HEIGHT);
  }

  private static void openSmall() throws IOException {
    open(SampleTimelines.FAIL, SampleTimelines.SMALL);
  }

  private static int number(String expression) {
    return (int) Math.round(Double.parseDouble(chromium.evaluate(expression)));
  }

  private static String text(String id) {
    return chromium.evaluate("document.getElementById('%s').textContent".formatted(id));
  }

  private static boolean isTrue(String expression) {
    return chromium.evaluate("String(%s)".formatted(expression)).equals("true");
  }

  private static void press(String... keys) {
    for (String key : keys) {
      chromium.press(key);
    }
  }

  private static void click(String id) {
    chromium.evaluate("document.getElementById('%s').click()".formatted(id));
    chromium.frame();
  }

  private static void type(String id, String value) {
    chromium.evaluate(
        "{ const field = document.getElementById('%s'); field.value = '%s';".formatted(id, value)
            + " field.dispatchEvent(new Event('input')); }");
    chromium.frame();
  }

  /** What the panel says is selected. */
  private static String selected() {
    return chromium.evaluate("document.querySelector('#selected h2').textContent");
  }

  /** Waits until the page rests, as it writes its list and its address then. */
  private static void rest() {
    chromium.evaluate("new Promise(done => setTimeout(done, 400))");
  }

  /** Puts the mouse on the mark, or the end of a message, that an event has. */
  private static void mouse(String kind, int event) {
    String lane = "picture.layout.laneAt[%d]".formatted(laneOf(event));
    String canvas = "document.getElementById('picture').getBoundingClientRect()";
    int x = number("picture.view.x(%s) + %s.x".formatted(timeOf(event), canvas));
    int y = number("picture.painter.y(%s.marks) + %s.y".formatted(lane, canvas));
    chromium.mouse(kind, x, y, 0);
  }

  private static String timeOf(int event) {
    return Long.toString(SampleTimelines.SMALL.get(event).virtualNanos());
  }

  private static int laneOf(int event) {
    int node = SampleTimelines.SMALL.get(event).node();
    return node == TraceEvent.TESTBED ? 0 : node + 1;
  }

  @Test
  void aFailureIsInViewWithItsWordsAndItsFacts() throws IOException {
    openSmall();
    assertThat(text("summary")).contains("linearizability: C0 get x", "clashes with", "4300000");
    assertThat(text("replay")).isEqualTo("./raftbed replay 3B/sample --seed 7");
    assertThat(number("picture.view.x(4300000)"))
        .isBetween(number("picture.view.gutter"), number("picture.view.width"));
    assertThat(selected()).isEqualTo("C0: invoke");
    assertThat(text("selected")).contains("get x → ''", "has no place in any order");
    press("f");
    assertThat(selected()).isEqualTo("C0: complete");
    press("F", "F", "F");
    assertThat(text("selected")).contains("put x '1' → ok", "contradicts what has no place");
  }

  @Test
  void whatIsDrawnIsWhatHappened() throws IOException {
    openSmall();
    press("0");
    assertThat(number("picture.drawn.calls")).isEqualTo(2);
    assertThat(number("picture.drawn.arrows")).isEqualTo(3);
    assertThat(chromium.evaluate("picture.layout.lanes.map(lane => lane.name).join(' ')"))
        .isEqualTo("test S0 S1 C0");
    assertThat(text("legend")).contains("follower", "leader", "down", "RequestVote", "lost");
  }

  @Test
  void textOfEventsIsDataNotMarkup() throws IOException {
    openSmall();
    press("0", "Escape", "p");
    assertThat(text("selected")).contains(SampleTimelines.HOSTILE);
    rest();
    assertThat(text("list")).contains(SampleTimelines.HOSTILE);
    assertThat(number("document.querySelectorAll('b').length")).isZero();
  }

  @Test
  void aMarkUnderTheMouseTellsItsEventAndAClickSelectsIt() throws IOException {
    openSmall();
    press("0");
    mouse("mouseMoved", 10);
    assertThat(text("tip")).contains("S0", "print", SampleTimelines.HOSTILE);
    mouse("mousePressed", 10);
    mouse("mouseReleased", 10);
    assertThat(selected()).isEqualTo("S0: print");
    assertThat(text("selected")).contains("0.003200000 s", "Leader, term 1");
    press("Escape");
    assertThat(selected()).isEqualTo("Event");
  }

  @Test
  void anArrowUnderTheMouseTellsItsMessageAndItsFate() throws IOException {
    openSmall();
    press("0");
    String ends = "picture.painter.ends(0)";
    String canvas = "document.getElementById('picture').getBoundingClientRect()";
    int x = number("(%s[0] + %s[2]) / 2 + %s.x".formatted(ends, ends, canvas));
    int y = number("(%s[1] + %s[3]) / 2 + %s.y".formatted(ends, ends, canvas));
    chromium.mouse("mouseMoved", x, y, 0);
    assertThat(text("tip")).contains("S0 → S1", "RequestVoteArgs[term=1", "after 500.0 µs");
    chromium.mouse("mousePressed", x, y, 0);
    chromium.mouse("mouseReleased", x, y, 0);
    assertThat(selected()).isEqualTo("S0: send RequestVoteArgs");
    press("m");
    assertThat(selected()).isEqualTo("S1: deliver RequestVoteArgs");
    chromium.mouse("mouseMoved", 5, 5, 0);
    assertThat(isTrue("document.getElementById('tip').hidden")).isTrue();
  }

  @Test
  void keysStepThroughKindsOfEventsForthAndBack() throws IOException {
    openSmall();
    press("Escape", "0");
    for (String[] step :
        new String[][] {
          {"l", "S0: leader"}, {"L", "S0: leader"}, {"E", "S0: send RequestVoteArgs"},
          {"d", "S0: drop AppendEntriesArgs"}, {"c", "S1: crash"}, {"C", "S1: boot"},
          {"x", "test: network"}, {"o", "C0: invoke"}, {".", "S0: send RequestVoteArgs"},
          {",", "C0: invoke"}, {"]", "C0: complete"}, {"[", "C0: invoke"}
        }) {
      press(step[0]);
      assertThat(selected()).as("after %s", step[0]).isEqualTo(step[1]);
    }
    press("s");
    assertThat(text("said")).isEqualTo("no snapshot after this");
  }

  @Test
  void theMenuOfStepsDoesAsItsKeys() throws IOException {
    openSmall();
    press("Escape", "0");
    chromium.evaluate(
        "{ const menu = document.getElementById('steps'); menu.value = 2;"
            + " menu.dispatchEvent(new Event('change')); }");
    click("step-on");
    assertThat(selected()).isEqualTo("S0: boot");
    click("step-on");
    click("step-on");
    assertThat(selected()).isEqualTo("S1: crash");
    click("step-back");
    assertThat(selected()).isEqualTo("S1: boot");
  }

  @Test
  void searchFindsNodesKindsAndContents() throws IOException {
    openSmall();
    press("Escape", "0", "/");
    "s0 requestvote".chars().forEach(letter -> press(Character.toString(letter)));
    press("Enter");
    assertThat(text("matches")).isEqualTo("1 of 2");
    assertThat(selected()).isEqualTo("S0: send RequestVoteArgs");
    press("Escape", "n");
    assertThat(selected()).isEqualTo("S0: return RequestVoteReply");
    press("n");
    assertThat(text("matches")).isEqualTo("1 of 2");
    press("N");
    assertThat(text("matches")).isEqualTo("2 of 2");
    chromium.evaluate("picture.search('nowhere')");
    chromium.frame();
    assertThat(text("matches")).isEqualTo("no match");
  }

  @Test
  void nodesMessagesTermsAndIndexesCanBeChosen() throws IOException {
    openSmall();
    press("0");
    assertThat(number("picture.filter.count")).isEqualTo(SampleTimelines.SMALL.size());
    chromium.evaluate("document.querySelectorAll('#lanes input')[2].click()");
    chromium.frame();
    assertThat(chromium.evaluate("picture.layout.lanes.map(lane => lane.name).join(' ')"))
        .isEqualTo("test S0 C0");
    assertThat(number("picture.drawn.arrows")).isZero();
    click("clear");
    assertThat(number("picture.drawn.arrows")).isEqualTo(3);

    chromium.evaluate("document.querySelectorAll('#groups input')[0].click()");
    chromium.frame();
    assertThat(number("picture.drawn.arrows")).isEqualTo(1);
    click("clear");

    type("index", "1");
    assertThat(number("picture.drawn.arrows")).as("the entry at index 1").isEqualTo(1);
    type("index", "2-");
    assertThat(number("picture.drawn.arrows")).isZero();
    click("clear");

    type("term", "2");
    assertThat(number("picture.drawn.arrows")).isZero();
    type("term", "0-1");
    assertThat(number("picture.drawn.arrows")).isEqualTo(3);
    type("term", "x");
    assertThat(chromium.evaluate("document.getElementById('term').ariaInvalid")).isEqualTo("true");
    assertThat(number("picture.drawn.arrows")).isEqualTo(3);
  }

  @Test
  void theAddressNamesTheMomentAndBringsItBack() throws IOException {
    open(new Verdict.Pass(), SampleTimelines.many(2_000));
    press("0", "l", "+", "+", "+", "+");
    rest();
    String hash = chromium.evaluate("location.hash");
    assertThat(hash).contains("at=", "span=", "event=1");
    int from = number("picture.view.from");
    int span = number("picture.view.span");
    press("0", "Escape");
    rest();
    chromium.evaluate("location.hash = '%s'".formatted(hash));
    rest();
    assertThat(number("picture.view.from")).isCloseTo(from, within(2));
    assertThat(number("picture.view.span")).isCloseTo(span, within(2));
    assertThat(selected()).isEqualTo("S0: leader");

    press("0", "Escape");
    rest();
    chromium.evaluate("location.hash = '#at=nonsense&event=-3'");
    rest();
    assertThat(number("picture.view.from")).isZero();
  }

  private static Offset<Integer> within(int nanos) {
    return Offset.offset(nanos);
  }

  @Test
  void aLinkIsFollowedAsThePageLoads() throws IOException {
    open(new Verdict.Pass(), SampleTimelines.many(2_000));
    chromium.evaluate("location.hash = '#at=0.050000000&span=0.010000000&event=500'");
    chromium.reload();
    assertThat(number("picture.view.from")).isEqualTo(50_000_000);
    assertThat(number("picture.view.span")).isEqualTo(10_000_000);
    assertThat(number("picture.selected")).isEqualTo(500);
  }

  @Test
  void theMouseZoomsAndPansAndTheStripGoesAnywhere() throws IOException {
    open(new Verdict.Pass(), SampleTimelines.many(2_000));
    int x = 500;
    int y = 500;
    String place = "picture.view.placeAt(%d)".formatted(x);
    int before = number(place);
    chromium.mouse("mouseWheel", x, y, -900);
    assertThat(number("picture.view.scale / picture.view.smallest")).isEqualTo(20);
    assertThat(number(place)).isCloseTo(before, within(10));
    chromium.mouse("mousePressed", x, y, 0);
    chromium.mouse("mouseMoved", x - 200, y, 0);
    chromium.mouse("mouseReleased", x - 200, y, 0);
    assertThat(number("picture.view.placeAt(%d)".formatted(x - 200))).isCloseTo(before, within(10));

    String strip = "document.getElementById('overview').getBoundingClientRect().y";
    chromium.mouse("mousePressed", 700, number(strip) + 20, 0);
    chromium.mouse("mouseReleased", 700, number(strip) + 20, 0);
    assertThat(number("picture.overview.x(picture.view.middle)")).isBetween(699, 701);
    rest();
    assertThat(number("document.getElementById('overview').ariaValueNow")).isBetween(70, 75);
  }

  @Test
  void helpTellsTheKeysAndCloses() throws IOException {
    openSmall();
    press("?");
    assertThat(isTrue("document.getElementById('help').open")).isTrue();
    assertThat(text("help")).contains("next leader", "moment of failure", "search");
    click("close");
    assertThat(isTrue("document.getElementById('help').open")).isFalse();
    click("keys");
    assertThat(isTrue("document.getElementById('help').open")).isTrue();
  }

  @Test
  void everyControlHasAName() throws IOException {
    openSmall();
    assertThat(
            chromium.evaluate(
                "[...document.querySelectorAll('button, input, select, canvas[tabindex], ol')]"
                    + ".filter(e => !(e.ariaLabel || e.labels?.length || e.textContent.trim()"
                    + " || e.getAttribute('aria-labelledby'))).map(e => e.outerHTML).join()"))
        .isEmpty();
  }

  @Test
  void theListHasTheEventsInViewAndNoMoreThanAHundred() throws IOException {
    openSmall();
    press("0");
    rest();
    assertThat(number("document.querySelectorAll('#list li').length")).isEqualTo(17);
    assertThat(text("in-view")).isEqualTo("17 events in view");
    chromium.evaluate("document.querySelectorAll('#list li')[9].click()");
    chromium.frame();
    assertThat(selected()).isEqualTo("S0: leader");

    open(new Verdict.Pass(), SampleTimelines.many(2_000));
    press("0");
    rest();
    assertThat(number("document.querySelectorAll('#list li').length")).isEqualTo(100);
    assertThat(text("in-view")).isEqualTo("100 of 2,000 events in view");
  }

  @Test
  void aHundredThousandEventsAreDrawnSoonAndPannedSmoothly() throws IOException {
    open(new Verdict.Pass(), SampleTimelines.many(100_000));
    int loaded = number("performance.now()");
    int first =
        number("performance.getEntriesByType('measure').find(m => m.name === 'drawn').duration");
    press("0");
    assertThat(number("picture.drawn.densities")).isPositive();
    assertThat(number("picture.drawn.dense")).isBetween(49_000, 50_000);
    int whole = number("picture.drawn.millis");
    chromium.evaluate("picture.view.show(2e9, 20e6); picture.changed()");
    chromium.frame();
    assertThat(number("picture.drawn.arrows")).isBetween(50, 500);
    chromium.evaluate(
        "globalThis.panned = (async () => { const start = performance.now();"
            + " for (let i = 0; i < 30; i++) { picture.view.pan(5, 0); picture.paint(); }"
            + " return (performance.now() - start) / 30; })()");
    int panned = number("globalThis.panned");
    System.out.printf(
        "100,000 events: drawn %d ms after the page began to load, read after %d ms;"
            + " the whole run in %d ms, a pan in %d ms%n",
        first, loaded, whole, panned);
    assertThat(first).isLessThan(MOST_MILLIS);
    assertThat(whole).isLessThan(MOST_MILLIS);
  }

  @Test
  void manyMovesAreOneFrame() throws IOException {
    open(new Verdict.Pass(), SampleTimelines.many(10_000));
    int frames = number("picture.drawn.frames");
    chromium.evaluate(
        "for (let i = 0; i < 500; i++) { picture.view.pan(3, 0); picture.changed(); }");
    chromium.frame();
    assertThat(number("picture.drawn.frames")).isBetween(frames + 1, frames + 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void textHasContrast(String scheme) throws IOException {
    openSmall();
    chromium.prefer(scheme);
    chromium.frame();
    for (String ink : List.of("text", "quiet", "bad", "good")) {
      for (String ground : List.of("ground", "panel")) {
        assertThat(Contrast.of(chromium, ink, ground))
            .as("%s on %s", ink, ground)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
    for (String role : List.of("follower", "candidate", "leader")) {
      assertThat(Contrast.of(chromium, "on-" + role, role)).as(role).isGreaterThanOrEqualTo(4.5);
    }
    chromium.prefer("");
  }

  @Test
  void aPrintedPageIsLightAndHasAllWords() throws IOException {
    openSmall();
    chromium.prefer("dark");
    chromium.evaluate("document.getElementById('summary').open = false");
    chromium.evaluate(
        "window.printed = []; addEventListener('beforeprint', () => printed.push("
            + "picture.painter.color.ground))");
    assertThat(chromium.print()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(chromium.evaluate("printed.join()")).isEqualTo("#ffffff");
    assertThat(chromium.evaluate("document.getElementById('summary').open")).isEqualTo("true");
    chromium.prefer("");
  }

  @Test
  void aNarrowWindowNeedsNoScrollingAside() throws IOException {
    open(SampleTimelines.FAIL, SampleTimelines.SMALL, 400);
    assertThat(number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(400);
    press("0");
    assertThat(number("picture.drawn.arrows")).isEqualTo(3);
  }

  @Test
  void aRunWithoutEventsIsShownToo() throws IOException {
    open(new Verdict.Pass(), List.of());
    press("0", ".", "l", "n", "v", "+");
    assertThat(number("picture.drawn.arrows + picture.drawn.marks")).isZero();
    assertThat(isTrue("document.getElementById('jump').hidden")).isTrue();
  }
}
