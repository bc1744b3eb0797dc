package io.raftbed.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Lines up cells: text to the left, numbers to the right, two spaces between columns. */
final class TextTable {

  /**
   * One cell.
   *
   * @param text what stands in it
   * @param right whether it is set to the right edge of its column
   * @param paint colours it once it is padded
   */
  record Cell(String text, boolean right, UnaryOperator<String> paint) {
    static Cell text(String text) {
      return new Cell(text, false, UnaryOperator.identity());
    }

    static Cell number(String text) {
      return new Cell(text, true, UnaryOperator.identity());
    }

    Cell painted(UnaryOperator<String> newPaint) {
      return new Cell(text, right, newPaint);
    }

    private String render(int width) {
      String padding = " ".repeat(width - text.length());
      return paint.apply(right ? padding + text : text + padding);
    }
  }

  private final List<List<Cell>> rows = new ArrayList<>();

  void add(List<Cell> row) {
    rows.add(row);
  }

  List<String> lines() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<Cell> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<Cell> row, int[] widths) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      cells.add(row.get(i).render(widths[i]));
    }
    return String.join("  ", cells).stripTrailing();
  }
}
