package io.raftbed.cli;

import io.raftbed.trace.NodeName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads names of nodes: {@code S2} or {@code 2} for a server, {@code C0} for a client. */
final class NodeConverter implements ITypeConverter<Integer> {

  private static final Pattern NODE = Pattern.compile("([sScC]?)([0-9]{1,3})");

  @Override
  public Integer convert(String text) {
    Matcher matcher = NODE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no node: S0, S1, ... are servers, C0, C1, ... clients");
    }
    int number = Integer.parseInt(matcher.group(2));
    return matcher.group(1).equalsIgnoreCase("C") ? NodeName.client(number) : number;
  }
}
