package kr.pgsdk.sandbox.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.pgsdk.core.OpenEnum;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.billing.IamportBillingChannel;
import kr.pgsdk.iamport.naverpay.IamportNaverOutcome;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.brandpay.TossBrandpayToken;
import kr.pgsdk.toss.model.TossEasyPay;
import kr.pgsdk.toss.model.TossErrorCode;
import kr.pgsdk.toss.payouts.TossPayouts;
import kr.pgsdk.toss.payouts.TossSellerCompany;
import org.junit.jupiter.api.Test;

/** Every answer of a client, and everything in one, can be had as the JSON the gateway sent. */
class EveryAnswerTest {
  private static final Set<Class<?>> CLIENTS =
      Set.of(IamportClient.class, TossClient.class, TossPayouts.class, PortOneClient.class);

  private static final List<String> GATEWAYS =
      List.of("kr.pgsdk.iamport", "kr.pgsdk.toss", "kr.pgsdk.portone");

  /** A word and a token: single values in an answer. */
  private static final Set<Class<?>> VALUES = Set.of(TossErrorCode.class, TossBrandpayToken.class);

  private final Set<Class<?>> walked = new HashSet<>();
  private final Set<Class<?>> answers = new HashSet<>();

  @Test
  void everyAnswer_hasItsJson() {
    CLIENTS.forEach(this::walk);

    assertThat(answers)
        .as("the walk reaches answers of features, and objects in answers")
        .contains(
            IamportNaverOutcome.class,
            IamportBillingChannel.class,
            TossEasyPay.class,
            TossSellerCompany.class);
    assertThat(
            answers.stream()
                .filter(answer -> !hasJson(answer))
                .map(Class::getName)
                .sorted()
                .toList())
        .isEmpty();
  }

  private static boolean hasJson(Class<?> answer) {
    return Arrays.stream(answer.getMethods())
        .anyMatch(
            method ->
                method.getName().equals("toJson")
                    && method.getParameterCount() == 0
                    && method.getReturnType() == String.class);
  }

  private void walk(Class<?> type) {
    if (!walked.add(type)) {
      return;
    }
    for (Method method : type.getMethods()) {
      if (!Modifier.isStatic(method.getModifiers())) {
        reached(method.getGenericReturnType());
      }
    }
  }

  /** Goes into the arguments of lists, streams and optionals too. */
  private void reached(Type type) {
    if (type instanceof ParameterizedType generic) {
      reached(generic.getRawType());
      Arrays.stream(generic.getActualTypeArguments()).forEach(this::reached);
    } else if (type instanceof WildcardType wildcard) {
      Arrays.stream(wildcard.getUpperBounds()).forEach(this::reached);
    } else if (type instanceof Class<?> plain && isOfAGateway(plain)) {
      if (!isClientOrFeature(plain)) {
        answers.add(plain);
      }
      walk(plain);
    }
  }

  private static boolean isOfAGateway(Class<?> type) {
    String name = type.getPackageName();
    return GATEWAYS.stream().anyMatch(name::startsWith)
        && !name.endsWith(".internal")
        && !OpenEnum.class.isAssignableFrom(type)
        && !VALUES.contains(type);
  }

  /** A feature is made of what sends its requests. */
  private static boolean isClientOrFeature(Class<?> type) {
    return CLIENTS.contains(type)
        || Arrays.stream(type.getConstructors())
            .flatMap(constructor -> Arrays.stream(constructor.getParameterTypes()))
            .anyMatch(parameter -> parameter.getSimpleName().endsWith("Calls"));
  }
}
