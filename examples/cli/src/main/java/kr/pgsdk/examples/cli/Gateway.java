package kr.pgsdk.examples.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kr.pgsdk.core.BillingGateway;
import kr.pgsdk.core.Payment;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.TransactionList;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.iamport.IamportClient;
import kr.pgsdk.iamport.IamportCredentials;
import kr.pgsdk.iamport.IamportGateway;
import kr.pgsdk.iamport.model.IamportPayment;
import kr.pgsdk.portone.PortOneApiSecret;
import kr.pgsdk.portone.PortOneClient;
import kr.pgsdk.portone.PortOneGateway;
import kr.pgsdk.portone.model.PortOnePayment;
import kr.pgsdk.toss.TossClient;
import kr.pgsdk.toss.TossGateway;
import kr.pgsdk.toss.TossSecretKey;
import kr.pgsdk.toss.model.TossPayment;
import org.jspecify.annotations.Nullable;

/** The gateways that {@code pg} calls: how each is opened, and where its credentials are. */
enum Gateway {
  IAMPORT("Iamport (PortOne V1)", "IAMPORT_BASE_URL") {
    @Override
    List<Secret> secrets() {
      return List.of(
          new Secret("IAMPORT_API_KEY", "iamport_key"),
          new Secret("IAMPORT_API_SECRET", "iamport_secret"));
    }

    @Override
    PaymentGateway open(List<String> secrets, HttpOptions http, GatewayOpening opening) {
      IamportGateway.Builder gateway =
          IamportGateway.builder(IamportCredentials.of(secrets.get(0), secrets.get(1)))
              .http(http)
              .acceptTestPayments(opening.acceptTestPayments());
      opening.channelKey().ifPresent(gateway::channelKey);
      return gateway.build();
    }

    @Override
    BillingGateway billing(PaymentGateway open) {
      return ((IamportGateway) open).billing();
    }

    @Override
    TransactionList transactions(PaymentGateway open) {
      return ((IamportGateway) open).transactions();
    }

    @Override
    String request(PaymentGateway open, String method, String path, @Nullable String body) {
      return iamport(open).request(method, path, body);
    }

    @Override
    Payment read(String savedAnswer) {
      return IamportPayment.parse(savedAnswer).toPayment();
    }
  },

  TOSS("Toss Payments", "TOSS_BASE_URL") {
    @Override
    List<Secret> secrets() {
      return List.of(new Secret("TOSS_SECRET_KEY", "secret_key"));
    }

    @Override
    PaymentGateway open(List<String> secrets, HttpOptions http, GatewayOpening opening) {
      // Toss doesn't mark payments as tests: the key decides.
      return TossGateway.builder(TossSecretKey.of(secrets.get(0))).http(http).build();
    }

    @Override
    BillingGateway billing(PaymentGateway open) {
      return ((TossGateway) open).billing();
    }

    @Override
    TransactionList transactions(PaymentGateway open) {
      return ((TossGateway) open).transactions();
    }

    @Override
    String request(PaymentGateway open, String method, String path, @Nullable String body) {
      return toss(open).request(method, path, body);
    }

    @Override
    Payment read(String savedAnswer) {
      return TossPayment.parse(savedAnswer).toPayment();
    }
  },

  PORTONE("PortOne V2", "PORTONE_BASE_URL") {
    @Override
    List<Secret> secrets() {
      return List.of(new Secret("PORTONE_API_SECRET", "api_secret"));
    }

    @Override
    Optional<Secret> store() {
      return Optional.of(new Secret("PORTONE_STORE_ID", "store_id"));
    }

    @Override
    PaymentGateway open(List<String> secrets, HttpOptions http, GatewayOpening opening) {
      PortOneGateway.Builder gateway =
          PortOneGateway.builder(PortOneApiSecret.of(secrets.get(0)))
              .http(http)
              .acceptTestPayments(opening.acceptTestPayments());
      opening.storeId().ifPresent(gateway::storeId);
      opening.channelKey().ifPresent(gateway::channelKey);
      return gateway.build();
    }

    @Override
    BillingGateway billing(PaymentGateway open) {
      return ((PortOneGateway) open).billing();
    }

    @Override
    TransactionList transactions(PaymentGateway open) {
      return ((PortOneGateway) open).transactions();
    }

    @Override
    String request(PaymentGateway open, String method, String path, @Nullable String body) {
      return portOne(open).request(method, path, body);
    }

    @Override
    Payment read(String savedAnswer) {
      return PortOnePayment.parse(savedAnswer).toPayment();
    }
  };

  /**
   * A credential by its two names.
   *
   * @param variable in the environment
   * @param key in the gateway's section of a config file
   */
  record Secret(String variable, String key) {}

  private final String displayName;
  private final String baseUrlVariable;

  Gateway(String displayName, String baseUrlVariable) {
    this.displayName = displayName;
    this.baseUrlVariable = baseUrlVariable;
  }

  /** The credentials it needs. */
  abstract List<Secret> secrets();

  /** Where the shop's store id may be, if the gateway has such a thing. */
  Optional<Secret> store() {
    return Optional.empty();
  }

  /**
   * Opens the gateway.
   *
   * @param secrets in the order of {@link #secrets()}
   */
  abstract PaymentGateway open(List<String> secrets, HttpOptions http, GatewayOpening opening);

  /** Returns the billing of an open gateway of this kind. */
  abstract BillingGateway billing(PaymentGateway open);

  /** Returns what moved at an open gateway of this kind, day by day. */
  abstract TransactionList transactions(PaymentGateway open);

  /** Sends a request of any kind, and returns the JSON that came. */
  abstract String request(PaymentGateway open, String method, String path, @Nullable String body);

  /** Returns the client of an open Toss gateway. */
  static TossClient toss(PaymentGateway open) {
    return ((TossGateway) open).client();
  }

  /** Returns the client of an open gateway of PortOne V2. */
  static PortOneClient portOne(PaymentGateway open) {
    return ((PortOneGateway) open).client();
  }

  /** Returns the client of an open Iamport gateway. */
  static IamportClient iamport(PaymentGateway open) {
    return ((IamportGateway) open).client();
  }

  /**
   * Reads a response that was saved to a file.
   *
   * @throws kr.pgsdk.core.error.MalformedResponseException if it is not a payment
   */
  abstract Payment read(String savedAnswer);

  /** Returns the gateway with this {@link #id()}. */
  static Gateway of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Its name on the command line, in config files and in JSON. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  String displayName() {
    return displayName;
  }

  /** The environment variable that may hold its address. */
  String baseUrlVariable() {
    return baseUrlVariable;
  }
}
