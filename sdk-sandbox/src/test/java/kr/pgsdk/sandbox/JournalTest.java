package kr.pgsdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Sandbox sandbox = Sandbox.start();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void requests_inOrderOfArrival_perGateway_numberedOnAfterClear() throws IOException {
    Wire.to(sandbox.iamportUrl()).get("/payments/imp_1?include_sandbox=true");
    Wire.to(sandbox.iamportUrl()).delete("/vbanks/imp_2");
    Wire.to(sandbox.tossUrl()).get("/v1/payments/k");

    Journal iamport = sandbox.iamport().journal();
    assertThat(iamport.entries()).extracting(JournalEntry::id).containsExactly(1L, 2L);
    assertThat(iamport.entries().get(0).target()).isEqualTo("/payments/imp_1?include_sandbox=true");
    assertThat(iamport.entries().get(0).path()).isEqualTo("/payments/imp_1");
    assertThat(iamport.count("DELETE", "/vbanks/")).isEqualTo(1);
    assertThat(iamport.count("GET", "/vbanks/")).isZero();
    assertThat(sandbox.toss().journal().count()).isEqualTo(1);

    iamport.clear();
    assertThat(iamport.count()).isZero();
    assertThatThrownBy(iamport::last).isInstanceOf(IllegalStateException.class);
    Wire.to(sandbox.iamportUrl()).get("/payments/imp_3");
    assertThat(iamport.last().id()).isEqualTo(3);
  }

  @Test
  void secrets_neverInTheJournal() throws IOException {
    Wire.getToken(sandbox);
    String token = Wire.token(sandbox);
    Wire bare = Wire.to(sandbox.iamportUrl());
    bare.postForm(
        "/users/getToken",
        "imp_secret=" + sandbox.iamportSecret() + "&imp_key=" + sandbox.iamportKey());
    bare.header("Authorization", "Bearer " + token).get("/payments/x");
    bare.header("Authorization", token).get("/payments/x");
    bare.header("X-ImpTokenHeader", token).get("/payments/x?_token=" + token);
    Wire.toss(sandbox).get("/v1/payments/x");

    StringBuilder everything = new StringBuilder();
    for (Journal journal : new Journal[] {sandbox.iamport().journal(), sandbox.toss().journal()}) {
      for (JournalEntry entry : journal.entries()) {
        everything.append(entry).append(entry.headers()).append(entry.body());
      }
    }
    String basic = Wire.basic(sandbox.tossSecretKey() + ":").substring("Basic ".length());
    assertThat(everything)
        .doesNotContain(
            sandbox.iamportKey(), sandbox.iamportSecret(), token, sandbox.tossSecretKey(), basic)
        .contains("Bearer ***", "Basic ***", "\"imp_key\":\"***\"", "imp_secret=***");
  }

  @Test
  void headers_whateverTheirCase() throws IOException {
    Wire.to(sandbox.tossUrl()).header("Idempotency-Key", "k1").post("/v1/payments/confirm", "{}");
    JournalEntry entry = sandbox.toss().journal().last();
    assertThat(entry.header("IDEMPOTENCY-KEY")).contains("k1");
    assertThat(entry.header("absent")).isEmpty();
    assertThat(entry.body()).isEqualTo("{}");
    assertThat(entry).hasToString("#1 POST /v1/payments/confirm");
  }

  @Test
  void moreThanTenThousand_theNewestAreKept_andTheNumberingTellsHowManyCame() {
    Journal journal = new Journal();
    for (int i = 0; i < 10_003; i++) {
      journal.add(id -> JournalEntry.of(id, "GET", "/payments/" + id, Headers.of(), ""));
    }

    assertThat(journal.count()).isEqualTo(10_000);
    assertThat(journal.entries().get(0).target()).isEqualTo("/payments/4");
    assertThat(journal.last().id()).isEqualTo(10_003);
    assertThat(journal.count("GET", "/payments/3")).isEqualTo(1_110);
  }
}
