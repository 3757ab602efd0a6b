package kr.pgsdk.core.internal.http;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Why no connection came about, as far as the exception tells, and what a person can mend. */
enum ConnectionFault {
  CLOCK(
      false,
      "TLS: the certificate is not valid at the time of this machine. Check the machine's clock"
          + " first; if it is right, a server or proxy has an expired certificate"),
  TRUST(
      false,
      "TLS: this Java's trust store doesn't know who issued the server's certificate. Update the"
          + " JDK; if your own proxy reads TLS, add its certificate to the trust store"
          + " (javax.net.ssl.trustStore), or pass an OkHttpClient that trusts it"),
  NO_TRUST_STORE(
      false,
      "TLS: this Java's trust store is empty or can't be read. Check javax.net.ssl.trustStore, and"
          + " that the image of the JDK has its cacerts"),
  OTHER_HOST(
      false,
      "TLS: the server's certificate is for another host. Check the base URL, your proxy"
          + " and your DNS entries"),
  NO_TLS(
      false,
      "TLS: the server at this address doesn't speak TLS. Check scheme and port of the base URL,"
          + " and any proxy on the way"),
  NO_COMMON_TLS(
      false,
      "TLS: server and Java have no version or cipher in common. The gateways need TLS 1.2 or"
          + " newer: check the JDK's version, and jdk.tls.disabledAlgorithms"),
  PROXY_LOGIN(
      false,
      "the proxy asks for a login: set it with HttpOptions.proxyCredentials. The SDK doesn't use"
          + " the login of an OkHttpClient"),
  NO_SUCH_HOST(
      true,
      "the host doesn't resolve. Check the base URL's spelling and this machine's DNS; if only a"
          + " proxy reaches the internet, set HttpOptions.proxy"),
  NOT_REACHED(
      true,
      "nothing answers at that address. Check the base URL's host and port, the firewall's rule for"
          + " outgoing HTTPS, and whether this machine needs a proxy (HttpOptions.proxy)");

  private static final int MAX_DEPTH = 8;

  private final boolean retryable;
  private final String advice;

  ConnectionFault(boolean retryable, String advice) {
    this.retryable = retryable;
    this.advice = advice;
  }

  /** Whether the same request may succeed later without a change of the set-up. */
  boolean retryable() {
    return retryable;
  }

  /** What it is, and what to mend. */
  String advice() {
    return advice;
  }

  /** Returns the fault; empty if it tells none, as when the connection broke off. */
  static Optional<ConnectionFault> of(@Nullable Throwable cause) {
    ConnectionFault found = null;
    Throwable next = cause;
    for (int depth = 0; next != null && depth < MAX_DEPTH; depth++) {
      ConnectionFault of = ofOne(next);
      // What lies deeper says more: a handshake fails for a certificate's sake.
      found = of != null ? of : found;
      next = next.getCause();
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable ConnectionFault ofOne(Throwable e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof CertificateExpiredException || e instanceof CertificateNotYetValidException) {
      return CLOCK;
    } else if (e instanceof CertPathBuilderException || e instanceof CertPathValidatorException) {
      return TRUST;
    } else if (e instanceof InvalidAlgorithmParameterException) {
      return NO_TRUST_STORE; // "the trustAnchors parameter must be non-empty"
    } else if (e instanceof SSLPeerUnverifiedException) {
      return OTHER_HOST;
    } else if (e instanceof SSLHandshakeException) {
      return message.contains("protocol") || message.contains("handshake_failure")
          ? NO_COMMON_TLS
          : null;
    } else if (e instanceof SSLException) {
      return message.contains("SSL message") ? NO_TLS : null;
    } else if (e instanceof UnknownHostException) {
      return NO_SUCH_HOST;
    } else if (e instanceof ConnectException
        || (e instanceof SocketTimeoutException && message.contains("onnect"))) {
      return NOT_REACHED;
    }
    return message.equals("Failed to authenticate with proxy") ? PROXY_LOGIN : null; // OkHttp
  }
}
