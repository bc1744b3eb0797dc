package io.raftbed.linearizability.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A malformed file gets one line that names the file, the line and what was expected. */
class MalformedHistoryTest {

  private static final String JEPSEN = "INFO  jepsen.util - ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{:process 1, :type :invoke, :f :read| h:1: expected '}' for the bracket opened here,"
            + " found the end of the text",
        "[| h:1: expected ']' at the end of the history",
        "[{:type :invoke, :f :read, :value nil}]| h:1: expected the field :process in the event",
        "[{:process 1, :type :done, :f :read}]| h:1: expected the type invoke, ok, fail or info,"
            + " found 'done'",
        "[{:process 1, :type :invoke, :f :jump}]| h:1: expected read, write or cas, found jump",
        "[{:process 1, :type :ok, :f :read, :value 1}]| h:1: process 1 ends an operation that it"
            + " has not called; expected its :invoke first",
        "[{:process 1 :type :invoke :f :cas :value 3}]| h:1: expected [expected new] as value of"
            + " cas, found 3",
        "[{:process 1 :type :invoke :f}]| h:1: expected a value for :f",
        "[\"a]| h:1: expected '\"' to end the string that begins here",
        "[{}] {}| h:1: expected the field :process in the event",
        "[7]| h:1: expected an event {:process … :type … :f … :value …}",
      })
  void ednIsRefusedInOneLine(String text, String message) {
    refused(HistoryFormat.KNOSSOS_EDN, text, message);
  }

  @Test
  void linesAreCounted() {
    refused(
        HistoryFormat.KNOSSOS_EDN,
        """
        ; a comment
        [{:process 1, :type :invoke,
          :f :read}
         {:process 1, :type :invoke, :f :read}]
        """,
        "h:4: process 1 calls again before its operation has ended; expected its :ok, :fail or"
            + " :info");
    refused(
        HistoryFormat.JEPSEN_LOG,
        JEPSEN + "0\t:invoke\t:cas\t[1\n",
        "h:1: expected ']' for the bracket opened here, found the end of the text");
    refused(
        HistoryFormat.POPL_LOG,
        "# @object stack\n[1] call push(1)\n[1] returns",
        "h:3: expected '[number] call name(value)' or '[number] return value'");
  }

  @Test
  void bracketsWithoutEndDoNotExhaustTheStack() {
    refused(
        HistoryFormat.KNOSSOS_EDN,
        "[" + "[".repeat(100_000),
        "h:1: expected a history, found brackets more than 100 deep");
  }

  @Test
  void whatIsNoHistoryIsNotRecognised() {
    assertThat(HistoryFormat.of(new Source("h", ""))).isEmpty();
    assertThat(HistoryFormat.of(new Source("h", "\0\1\2 no history"))).isEmpty();
  }

  private static void refused(HistoryFormat format, String text, String message) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> format.read(new Source("h", text)))
        .withMessage(message);
  }
}
