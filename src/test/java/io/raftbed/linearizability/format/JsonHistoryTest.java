package io.raftbed.linearizability.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.raftbed.linearizability.Annotation;
import io.raftbed.linearizability.Checker;
import io.raftbed.linearizability.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Histories in Raftbed's own format, of every model. */
class JsonHistoryTest {

  /** An operation of client 1 that returns before one of client 2 is called. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "register | {'f':'write','value':3} | {'f':'read','output':3} | linearizable",
        "register | {'f':'write','value':3} | {'f':'read','output':null} | not linearizable",
        "register | {'f':'write','value':3} | {'f':'read'} | linearizable",
        "register | {'f':'write','value':3,'outcome':'failed'} | {'f':'read','output':null}"
            + " | linearizable",
        "register | {'f':'write','value':3,'outcome':'unknown'} | {'f':'read','output':3}"
            + " | linearizable",
        "cas-register | {'f':'cas','value':[null,3]} | {'f':'read','output':3} | linearizable",
        "cas-register | {'f':'cas','value':[null,3],'output':false} | {'f':'read','output':null}"
            + " | not linearizable",
        "multi-register | {'f':'txn','value':[['w','x',1],['w','y',2]],"
            + "'output':[['w','x',1],['w','y',2]]}"
            + " | {'f':'txn','value':[['r','y']],'output':[['r','y',2]]} | linearizable",
        "multi-register | {'f':'txn','value':[['w','x',1]],'output':[['w','x',1]]}"
            + " | {'f':'txn','value':[['r','x']],'output':[['r','x',7]]} | not linearizable",
        "kv | {'f':'append','key':'k','value':'a'} | {'f':'get','key':'k','output':'a'}"
            + " | linearizable",
        "kv | {'f':'put','key':'k','value':'a'} | {'f':'get','key':'j','output':'a'}"
            + " | not linearizable",
        "kv-versioned | {'f':'put','key':'k','value':['a',0]}"
            + " | {'f':'get','key':'k','output':['a',1]} | linearizable",
        "kv-versioned | {'f':'put','key':'k','value':['a',0],'output':'ok'}"
            + " | {'f':'get','key':'k','output':null} | not linearizable",
        "kv-versioned | {'f':'put','key':'k','value':['a',0],'output':'maybe'}"
            + " | {'f':'put','key':'k','value':['b',0],'output':'version-mismatch'} | linearizable",
        "kv-versioned | {'f':'put','key':'k','value':['a',1],'output':'no-key'}"
            + " | {'f':'get','key':'k','output':null} | linearizable",
        "set | {'f':'add','value':1} | {'f':'read','output':[1]} | linearizable",
        "set | {'f':'add','value':1,'output':false} | {'f':'read','output':[1]}"
            + " | not linearizable",
        "set | {'f':'add','value':1} | {'f':'contains','value':1,'output':false}"
            + " | not linearizable",
        "queue | {'f':'enqueue','value':1} | {'f':'dequeue','output':1} | linearizable",
        "queue | {'f':'enqueue','value':1} | {'f':'dequeue','output':null} | not linearizable",
        "stack | {'f':'push','value':1} | {'f':'pop','output':1} | linearizable",
        "mutex | {'f':'acquire'} | {'f':'acquire','output':false} | linearizable",
        "mutex | {'f':'acquire'} | {'f':'acquire'} | not linearizable",
        "counter | {'f':'add','value':2} | {'f':'read','output':2} | linearizable",
        "counter | {'f':'increment'} | {'f':'read','output':2} | not linearizable",
      })
  void everyModelHasItsWords(String model, String first, String second, String verdict) {
    String text =
        "{'model':'%s','operations':[\n{'client':1,'call':0,'end':1,%s,\n{'client':2,'call':2,'end':3,%s]}"
            .formatted(model, first.strip().substring(1), second.strip().substring(1));
    assertThat(verdict(read(text))).isEqualTo(verdict);
    assertThat(read(text).modelName().label()).isEqualTo(model);
  }

  @Test
  void timesEndsAndAnnotationsAreKept() {
    Recorded<?, ?, ?> recorded =
        read(
            """
            {'model':'register', 'initial':7,
             'operations':[{'client':4,'f':'read','output':7,'call':30,'end':50},
                           {'client':5,'f':'write','value':1,'call':10}],
             'annotations':[{'lane':'network','start':5,'end':9,'label':'cut'},
                            {'lane':1,'start':6,'label':'crash','details':'power'}]}
            """);
    assertThat(recorded.history().operations())
        .extracting(Operation::client, Operation::call, Operation::end, Operation::isUnknown)
        .containsExactly(tuple(5, 10L, Operation.OPEN, true), tuple(4, 30L, 50L, false));
    assertThat(recorded.history().annotations())
        .containsExactly(
            new Annotation("network", 5, 9, "cut", ""),
            new Annotation("1", 6, 6, "crash", "power"));
    assertThat(verdict(recorded)).isEqualTo("linearizable");
  }

  @Test
  void eventsStandInOrder() {
    String text =
        """
        {'model':'kv','events':[
          {'client':1,'type':'invoke','f':'put','key':'k','value':'a'},
          {'client':2,'type':'invoke','f':'get','key':'k'},
          {'client':1,'type':'info'},
          {'client':2,'type':'ok','value':'a'}]}
        """;
    assertThat(verdict(read(text))).isEqualTo("linearizable");
    assertThat(verdict(read(text.replace("'info'", "'fail'")))).isEqualTo("not linearizable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[1]| h:1: expected an object with \"model\" and \"operations\", found [",
        "{'model':'register'}| h:1: expected either \"operations\" or \"events\", with at least one"
            + " in it",
        "{'model':'heap','events':[{}]}| h:1: expected one of register, cas-register,"
            + " multi-register, kv, kv-versioned, set, queue, stack, mutex, counter as model, found"
            + " heap",
        "{'operations':[{'client':1,'f':'read','call':1}]}| h:1: expected the field \"model\"; or"
            + " name the model with --model",
        "{'model':'set','initial':1,'operations':[{}]}| h:1: expected no initial state for the"
            + " model set, found 1",
        "{'model':'register','operations':[7]}| h:1: expected an object, found 7",
        "{'model':'register','operations':[{'clent':1}]}| h:1: expected the fields client, f, key,"
            + " value, outcome, output, call, end, found clent",
        "{'model':'register','operations':[{'client':1,'f':'cas','value':[1,2],'call':1}]}| h:1:"
            + " expected read or write, as the model register has no more, found cas",
        "{'model':'register','operations':[{'client':1,'f':'read','call':1.5}]}| h:1: expected a"
            + " whole number as field \"call\", found 1.5",
        "{'model':'register','operations':[{'client':1,'f':'write','call':1}]}| h:1: expected a"
            + " value, found none",
        "{'model':'register','operations':[{'client':1,'f':'read','call':9,'end':1}]}| h:1:"
            + " operation 0 of client 1 ends at 1, before its call at 9",
        "{'model':'queue','operations':[{'client':1,'f':'pop','call':1,'end':2}]}| h:1: expected"
            + " the value that came out, or nil where there was none, found none",
        "{'model':'kv','operations':[{'client':1,'f':'get','call':1}]}| h:1: expected a key and a"
            + " value, found none",
      })
  void whatIsNoHistoryIsRefusedInOneLine(String text, String message) {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> read(text))
        .withMessage(message);
  }

  @Test
  void brokenJsonIsRefusedWithItsLine() {
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> read("{'model':'kv',\n'operations':[{'client':1,"))
        .withMessageStartingWith("h:2: expected ");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> read("{'model':'kv',\n\n'operations':}"))
        .withMessageStartingWith("h:3: expected JSON: ");
    assertThatExceptionOfType(FormatException.class)
        .isThrownBy(() -> read("{'model':" + "[".repeat(100_000)))
        .withMessageStartingWith("h:1: expected JSON: ");
  }

  private static Recorded<?, ?, ?> read(String text) {
    return HistoryFormat.JSON.read(new Source("h", text.replace('\'', '"')));
  }

  private static <S, I, O> String verdict(Recorded<S, I, O> recorded) {
    return Checker.of(recorded.model()).check(recorded.history()).verdict().label();
  }
}
