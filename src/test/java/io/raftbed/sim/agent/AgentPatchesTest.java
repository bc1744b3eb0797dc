package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each patched class of this JDK has the shape that its patch expects. */
class AgentPatchesTest {
  @Test
  void everyPatchFindsItsPlace() throws ClassNotFoundException {
    List<String> types =
        Stream.concat(JdkPatchTable.patches().stream(), MountPatches.patches().stream())
            .map(JdkPatch::type)
            .distinct()
            .toList();
    assertThat(types).hasSizeGreaterThan(15);
    for (String type : types) {
      assertThat(Class.forName(type.replace('/', '.'))).isNotNull();
    }
    Agent.requireKnownJdk();
  }

  @Test
  void missingMethodIsNamed() {
    JdkPatches patches = new JdkPatches(JdkPatchTable.patches());
    byte[] other = JdkHook.classFile();
    patches.transform(null, "java/util/Timer", null, null, other);
    assertThatThrownBy(patches::requireAllApplied)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("java/util/Timer.<init>(Ljava/lang/String;Z)V not found")
        .hasMessageContaining("get Temurin 25");
  }
}
