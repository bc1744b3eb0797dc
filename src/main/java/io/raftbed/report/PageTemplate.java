package io.raftbed.report;

import com.google.common.io.CharStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/**
 * A web page in one file that loads nothing, so that it can be mailed and kept: the resource {@code
 * page.html} of a folder, with styles, scripts and content put in.
 */
final class PageTemplate {

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  /** What comes to a place of the page. */
  @FunctionalInterface
  interface Content {
    void writeTo(Writer out) throws IOException;
  }

  private final String folder;
  private final List<String> styles;
  private final List<String> scripts;

  /**
   * Makes one.
   *
   * @param folder where {@code page.html} is, beside this class
   * @param styles paths from there, in order
   * @param scripts likewise
   */
  PageTemplate(String folder, List<String> styles, List<String> scripts) {
    this.folder = folder;
    this.styles = styles;
    this.scripts = scripts;
  }

  /**
   * Writes the page.
   *
   * @param places what comes where the page has its name in double braces
   * @throws IOException if {@code out} fails
   */
  void write(Appendable out, Map<String, Content> places) throws IOException {
    String template = resource("page.html");
    Writer writer = CharStreams.asWriter(out);
    Matcher place = PLACE.matcher(template);
    int written = 0;
    while (place.find()) {
      writer.append(template, written, place.start());
      written = place.end();
      switch (place.group(1)) {
        case "style" -> appendAll(writer, styles);
        case "script" -> appendAll(writer, scripts);
        default -> fill(writer, place.group(1), places);
      }
    }
    writer.append(template, written, template.length());
    writer.flush();
  }

  private static void fill(Writer out, String place, Map<String, Content> places)
      throws IOException {
    Content content = places.get(place);
    if (content == null) {
      throw new IllegalStateException("page.html: nothing for " + place);
    }
    try {
      content.writeTo(out);
    } catch (JacksonException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    }
  }

  private void appendAll(Writer out, List<String> names) throws IOException {
    for (String name : names) {
      out.append(resource(name));
    }
  }

  private String resource(String name) throws IOException {
    String path = URI.create(folder + "/").resolve(name).toString();
    try (InputStream in = PageTemplate.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + path + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Text that stands for itself, whatever is in it. */
  static Content text(String text) {
    return out -> out.append(escaped(text));
  }

  private static String escaped(String text) {
    return text.codePoints().mapToObj(PageTemplate::escaped).collect(Collectors.joining());
  }

  private static String escaped(int character) {
    return switch (character) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\0' -> "\uFFFD";
      default -> Character.toString(character);
    };
  }
}
