package io.raftbed.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FloorsTest {

  private static final JavaClasses CLASSES = Production.classes();

  @Test
  void everyPackageUsesOnlyWhatItsFloorAllows() {
    assertThat(violations(Floors::mayUse)).isEmpty();
  }

  @Test
  void aPackageThatMayUseNothingIsCaught() {
    assertThat(violations(_ -> Set.of())).anyMatch(line -> line.startsWith("cli uses report:"));
  }

  @Test
  void everyPackageHasARow() {
    Set<String> packages =
        CLASSES.stream().map(FloorsTest::nameOfPackage).collect(Collectors.toSet());
    assertThat(Floors.packages()).containsAll(packages);
  }

  @Test
  void allClassesAreSeen() {
    int files = Production.javaFiles(Production.SOURCES).size();
    assertThat(CLASSES.size()).isGreaterThanOrEqualTo(files).isGreaterThan(100);
  }

  private static List<String> violations(Function<String, Set<String>> mayUse) {
    return CLASSES.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .filter(dependency -> isForbidden(dependency, mayUse))
        .map(dependency ->
            "%s uses %s: %s"
                .formatted(
                    nameOfPackage(dependency.getOriginClass()),
                    nameOfPackage(dependency.getTargetClass()),
                    dependency.getDescription()))
        .sorted()
        .toList();
  }

  private static boolean isForbidden(Dependency dependency, Function<String, Set<String>> mayUse) {
    JavaClass target = dependency.getTargetClass().getBaseComponentType();
    if (!target.getPackageName().startsWith(Floors.ROOT)) {
      return false;
    }
    String from = nameOfPackage(dependency.getOriginClass());
    String to = nameOfPackage(target);
    return !from.equals(to) && !mayUse.apply(from).contains(to);
  }

  private static String nameOfPackage(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    return name.substring(Math.min(name.length(), Floors.ROOT.length() + 1));
  }
}
