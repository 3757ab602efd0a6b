package kr.pgsdk.sandbox.async;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import kr.pgsdk.core.auth.TokenStore;

// snippet store
/** Shares the token among the processes of one machine, by a file that only its owner may read. */
final class FileTokenStore implements TokenStore {
  private final Path file;

  FileTokenStore(Path file) {
    this.file = file;
  }

  @Override
  public Optional<StoredToken> load() {
    try {
      String[] lines = Files.readString(file).split("\n");
      return Optional.of(new StoredToken(lines[0], Instant.parse(lines[1])));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void save(StoredToken token) {
    try {
      // Only its owner may read it, and a reader never sees half of it: it is moved whole.
      Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "token", null);
      Files.writeString(next, token.token() + "\n" + token.expiresAt());
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
// end
