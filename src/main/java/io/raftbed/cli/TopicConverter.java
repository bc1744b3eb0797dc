package io.raftbed.cli;

import io.raftbed.report.Topic;
import io.raftbed.suite.NearestNames;
import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what events are about. */
final class TopicConverter implements ITypeConverter<Topic> {

  @Override
  public Topic convert(String text) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.label().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "there is no topic '%s', did you mean %s? Topics: %s"
                    .formatted(
                        text,
                        NearestNames.of(text, Topic.labels(), 1).getFirst(),
                        String.join(", ", Topic.labels()))));
  }
}
