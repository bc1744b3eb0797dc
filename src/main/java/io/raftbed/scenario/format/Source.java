package io.raftbed.scenario.format;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A file that is read.
 *
 * @param name as its user names it
 */
record Source(String name) {

  /** Returns the tree of nodes. */
  Node compose(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(name).setAllowDuplicateKeys(false).build();
    try {
      return new Compose(settings)
          .composeString(text)
          .orElseThrow(() -> new FormatException(name + ":1:1: the file is empty"));
    } catch (MarkedYamlEngineException e) {
      throw at(e.getProblemMark(), "no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new FormatException(name + ":1:1: no YAML: " + e.getMessage());
    }
  }

  FormatException at(Node node, String message) {
    return at(node.getStartMark(), message);
  }

  private FormatException at(Optional<Mark> mark, String message) {
    String place = mark.map(m -> (m.getLine() + 1) + ":" + (m.getColumn() + 1)).orElse("1:1");
    return new FormatException(name + ":" + place + ": " + message);
  }
}
