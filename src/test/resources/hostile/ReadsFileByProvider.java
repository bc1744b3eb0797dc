// 3A/initial-election -> refused api: java.nio.file.spi.FileSystemProvider is refused
import io.raftbed.lab.*;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;

/** Reads a file through what Files itself asks. */
public class ReadsFileByProvider extends Quiet {
  public ReadsFileByProvider(Environment environment) throws Exception {
    FileSystemProvider provider = FileSystemProvider.installedProviders().getFirst(); // HERE
    provider.newInputStream(Path.of("/etc/passwd")).close();
  }
}
