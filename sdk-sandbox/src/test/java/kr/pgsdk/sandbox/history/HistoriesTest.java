package kr.pgsdk.sandbox.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.pgsdk.core.Cancellation;
import kr.pgsdk.core.Confirmation.Confirmed;
import kr.pgsdk.core.Confirmation.Confirmed.Capture;
import kr.pgsdk.core.Confirmation.NotConfirmed;
import kr.pgsdk.core.Confirmation.NotConfirmed.MoneyHeld;
import kr.pgsdk.core.error.OutcomeUnknownException;
import kr.pgsdk.core.internal.access.ErrorDetails;
import kr.pgsdk.core.internal.access.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That a history that goes wrong is noticed, told, and made short. */
@Timeout(120)
class HistoriesTest {
  private static final int MOST_HISTORIES_OF_A_LIAR = 100;

  private final ExecutorService threads = Executors.newCachedThreadPool(Histories.DAEMONS);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  /** What an SDK might say that isn't so. */
  enum Lie {
    NOTHING_WAS_SENT {
      @Override
      Object of(Object said) {
        return said instanceof OutcomeUnknownException ? Errors.make().transport("x", NONE) : said;
      }
    },
    IT_IS_PAID {
      @Override
      Object of(Object said) {
        return said instanceof NotConfirmed refused && refused.payment().isPresent()
            ? new Confirmed(refused.payment().get(), Capture.ALREADY_CAPTURED)
            : said;
      }
    },
    NO_MONEY_IS_HELD {
      @Override
      Object of(Object said) {
        return said instanceof NotConfirmed refused && refused.moneyHeld() == MoneyHeld.YES
            ? NotConfirmed.builder(
                    refused.payment().orElseThrow().terms(), refused.reason(), MoneyHeld.NO)
                .build()
            : said;
      }
    },
    MONEY_IS_HELD {
      @Override
      Object of(Object said) {
        return said instanceof NotConfirmed refused
                && refused.moneyHeld() == MoneyHeld.NO
                && refused.payment().isPresent()
            ? NotConfirmed.builder(refused.payment().get().terms(), refused.reason(), MoneyHeld.YES)
                .build()
            : said;
      }
    },
    IT_WAS_REFUSED {
      @Override
      Object of(Object said) {
        return said instanceof Cancellation ? Errors.make().gateway("x", NONE) : said;
      }
    },
    THE_GATEWAY_REFUNDS_LATER {
      @Override
      Object of(Object said) {
        return said instanceof Cancellation.Cancelled done ? Said.asPending(done) : said;
      }
    };

    private static final ErrorDetails NONE = ErrorDetails.builder("gateway").build();

    abstract Object of(Object said);
  }

  private World world(Plan plan, Consumer<Call> after) {
    World honest = new SimulatedWorld(plan, threads);
    return (World)
        Proxy.newProxyInstance(
            World.class.getClassLoader(),
            new Class<?>[] {World.class},
            (proxy, method, arguments) -> {
              Object result;
              try {
                result = method.invoke(honest, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              if (method.getName().equals("call")) {
                after.accept((Call) arguments[0]);
              }
              return result;
            });
  }

  /** A rule that finds a lie later and later is about to find it never. */
  @ParameterizedTest
  @EnumSource
  void anSdkThatLies_isFoundOut_amongTheFirstHistories(Lie lie) {
    Histories lying = new Histories(plan -> world(plan, call -> call.said = lie.of(call.said)), 1);

    assertThatThrownBy(
            () -> {
              for (long seed = 1; seed <= MOST_HISTORIES_OF_A_LIAR; seed++) {
                for (Gateway gateway : Gateway.values()) {
                  lying.run(Plan.draw(seed, gateway));
                }
              }
            })
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the SDK and the ledger disagree")
        .hasMessageContaining("-Dpgsdk.seed=");
  }

  @Test
  void failure_isShortenedToTheFewestFirstStepsThatStillFail() {
    Histories lying =
        new Histories(plan -> world(plan, call -> call.said = Lie.IT_WAS_REFUSED.of(call.said)), 1);
    int shortened = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Plan plan = Plan.draw(seed, Gateway.IAMPORT);
      Throwable failure = catchThrowable(() -> lying.run(plan));
      if (failure != null) {
        Matcher told =
            Pattern.compile("The first (\\d+) of (\\d+) steps").matcher(failure.getMessage());
        assertThat(told.find()).as("seed %d", seed).isTrue();
        int enough = Integer.parseInt(told.group(1));
        assertThat(catchThrowable(() -> lying.run(plan.first(enough)))).isNotNull();
        assertThat(catchThrowable(() -> lying.run(plan.first(Math.max(0, enough - 1)))))
            .as("seed %d", seed)
            .isNull();
        shortened += enough < plan.steps().size() ? 1 : 0;
      }
    }
    assertThat(shortened).isPositive();
  }

  @Test
  void sameSeed_sameHistory() {
    for (long seed = 1; seed <= 50; seed++) {
      for (Gateway gateway : Gateway.values()) {
        Plan plan = Plan.draw(seed, gateway);
        if (plan.sharedStore()) {
          continue; // The SDK asks a store on a real thread, in real time.
        }
        assertThat(told(plan)).as(plan.toString()).isEqualTo(told(plan));
      }
    }
  }

  private List<String> told(Plan plan) {
    List<String> told = new ArrayList<>();
    try (World world = new SimulatedWorld(plan, threads)) {
      HistoryRun run = new HistoryRun(plan, world);
      assertThat(run.toEnd()).isTrue();
      run.calls.forEach(call -> told.add(call.toString()));
    }
    return told;
  }
}
