package kr.pgsdk.spring;

import static org.assertj.core.api.Assertions.assertThat;

import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.propagation.TraceContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kr.pgsdk.core.Money;
import kr.pgsdk.core.OrderId;
import kr.pgsdk.sandbox.BrowserReturn;
import kr.pgsdk.sandbox.JournalEntry;
import kr.pgsdk.spring.ShopApp.TestShop;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Spans by a real tracer, Brave, as Spring Boot sets it up. */
class TracingTest {
  @Configuration(proxyBeanMethods = false)
  @Import(ShopApp.class)
  static class App {
    @Bean
    Spans spans() {
      return new Spans();
    }
  }

  /** In the place of what would send them to a server. */
  static final class Spans extends SpanHandler {
    final List<MutableSpan> ended = new CopyOnWriteArrayList<>();

    @Override
    public boolean end(TraceContext context, MutableSpan span, Cause cause) {
      ended.add(span);
      return true;
    }

    MutableSpan named(String name) {
      return ended.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
    }
  }

  @Test
  void callOfAGateway_isAClientSpanWithinTheRequests_andItsHeaderIsSent() {
    try (RunningShop running =
        new RunningShop(App.class, "management.tracing.sampling.probability=1.0")) {
      OrderId id = running.bean(TestShop.class).put(15_000, "toss");
      running.bean(Checkouts.class).open(id);
      BrowserReturn back = running.sandbox.buyer().onToss().authenticate(id, Money.krw(15_000));
      Spans spans = running.bean(Spans.class);
      spans.ended.clear();
      running.get("/pg/return/toss?" + running.sandbox.buyer().onToss().successQuery(back));

      MutableSpan confirm = spans.named("toss confirm");
      MutableSpan request = spans.named("http get /pg/return/{merchant}");
      assertThat(confirm.kind()).isEqualTo(brave.Span.Kind.CLIENT);
      assertThat(confirm.tag("outcome")).isEqualTo("Confirmed");
      assertThat(confirm.remoteServiceName()).isEqualTo("toss");
      assertThat(confirm.traceId()).isEqualTo(request.traceId());
      assertThat(confirm.parentId()).isEqualTo(request.id());
      JournalEntry sent =
          running.sandbox.toss().journal().entries().stream()
              .filter(entry -> entry.path().equals("/v1/payments/confirm"))
              .findFirst()
              .orElseThrow();
      assertThat(sent.header("traceparent"))
          .hasValue("00-" + confirm.traceId() + "-" + confirm.id() + "-01");
    }
  }
}
