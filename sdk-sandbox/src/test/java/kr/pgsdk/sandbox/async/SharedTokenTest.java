package kr.pgsdk.sandbox.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kr.pgsdk.core.CancelRequest;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.PaymentId;
import kr.pgsdk.core.auth.TokenStore;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Gateways;
import kr.pgsdk.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One token for several JVMs, and stores that are of no help. */
@Timeout(120)
class SharedTokenTest {
  private final Sandbox sandbox = Sandbox.start();
  private final PaymentId paid =
      sandbox.buyer().onIamport().pay(OrderId.of("order-1"), Money.krw(15_000)).paymentId();
  @TempDir Path folder;

  @AfterEach
  void close() {
    sandbox.close();
  }

  private long tokensFetched() {
    return sandbox.iamport().journal().entries().stream()
        .filter(entry -> entry.path().equals("/users/getToken"))
        .count();
  }

  /** A JVM of its own with the shared store. */
  private final class Shopper implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    Shopper() throws IOException {
      process =
          Jvm.same()
              .start(
                  TokenProcess.class,
                  sandbox.iamportUrl(),
                  sandbox.iamportKey(),
                  sandbox.iamportSecret(),
                  folder.resolve("token").toString());
      out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    void finds() throws IOException {
      process.getOutputStream().write((paid + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
      String line = out.readLine();
      while (line != null && !line.startsWith("found ")) {
        line = out.readLine(); // what else is printed, as by a logging library
      }
      assertThat(line).isEqualTo("found true");
    }

    @Override
    public void close() throws IOException {
      process.getOutputStream().close();
      process.destroy();
    }
  }

  @Test
  void twoProcesses_oneGetTokenInAll_andARevokedTokenIsRefreshedForBoth() throws Exception {
    try (Shopper one = new Shopper();
        Shopper other = new Shopper()) {
      one.finds();
      other.finds();
      one.finds();
      assertThat(tokensFetched()).as("in all").isEqualTo(1);

      String first = Files.readString(folder.resolve("token"));
      sandbox.clock().advance(Duration.ofMinutes(31)); // revoked, as both of them see it
      one.finds();
      assertThat(tokensFetched()).as("once it was revoked").isEqualTo(2);
      assertThat(Files.readString(folder.resolve("token"))).isNotEqualTo(first);
      try (Shopper newcomer = new Shopper()) {
        newcomer.finds();
      }
      assertThat(tokensFetched()).as("with the one that the other refreshed").isEqualTo(2);

      // After a 401 the gateway alone is believed; it hands out the same token to both.
      other.finds();
      assertThat(tokensFetched()).isEqualTo(3);
      one.finds();
      other.finds();
      assertThat(tokensFetched()).as("from now on").isEqualTo(3);
    }
  }

  /** What can be wrong with a store. */
  enum StoreFault {
    HANGS {
      @Override
      Optional<TokenStore.StoredToken> load() {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Optional.empty();
      }
    },
    HANGS_WHATEVER_INTERRUPTS_IT {
      @Override
      Optional<TokenStore.StoredToken> load() {
        while (true) {
          try {
            new CountDownLatch(1).await(1, TimeUnit.MINUTES);
          } catch (InterruptedException e) {
            // as a driver does that waits for its own timeout
          }
        }
      }
    },
    THROWS {
      @Override
      Optional<TokenStore.StoredToken> load() {
        throw new UncheckedIOException(new IOException("the database is gone"));
      }
    },
    HOLDS_RUBBISH {
      @Override
      Optional<TokenStore.StoredToken> load() {
        return Optional.of(new TokenStore.StoredToken("\r\n\u0000", Instant.MAX));
      }
    },
    LIES {
      @Override
      Optional<TokenStore.StoredToken> load() {
        return Optional.of(new TokenStore.StoredToken("made-up", Instant.MAX));
      }
    };

    abstract Optional<TokenStore.StoredToken> load();
  }

  @ParameterizedTest
  @EnumSource
  void storeOfNoHelp_theRefundIsDone_forOneRequestMore(StoreFault fault) {
    TokenStore store =
        new TokenStore() {
          @Override
          public Optional<StoredToken> load() {
            return fault.load();
          }

          @Override
          public void save(StoredToken token) {
            Optional<StoredToken> unused = fault.load();
          }
        };
    try (PaymentGateway gateway =
        Gateways.iamport(sandbox)
            .http(
                HttpOptions.builder()
                    .baseUrl(sandbox.iamportUrl())
                    .deadline(Duration.ofSeconds(10))
                    .build())
            .tokenStore(store)
            .build()) {
      Cancellation refund = gateway.cancel(CancelRequest.full(paid, "changed mind").build());

      assertThat(refund).isInstanceOf(Cancellation.Cancelled.class);
    }
    assertThat(sandbox.iamport().ledger(paid).refunds()).isEqualTo(1);
    assertThat(tokensFetched()).isEqualTo(1);
  }
}
