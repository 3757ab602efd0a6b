package kr.pgsdk.examples.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command, and how they open a gateway. */
final class GlobalOptions {
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object and nothing else.")
  private boolean json;

  @Option(
      names = "--base-url",
      scope = ScopeType.INHERIT,
      paramLabel = "URL",
      description = "The gateway's address: https, or http on this machine.")
  private @Nullable String baseUrl;

  @Option(
      names = "--config",
      scope = ScopeType.INHERIT,
      paramLabel = "FILE",
      description = "JSON file with the credentials. It wins over the environment.")
  private @Nullable Path config;

  @Option(
      names = "--timeout",
      scope = ScopeType.INHERIT,
      paramLabel = "DURATION",
      converter = DurationText.class,
      description = "Limit for a whole call with its retries: 500ms, 4s, 2m (default: 70s).")
  private @Nullable Duration timeout;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Log each request to standard error, without secrets.")
  private boolean verbose;

  boolean json() {
    return json;
  }

  boolean verbose() {
    return verbose;
  }

  /** The deadline of a call, if one was given. */
  Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /**
   * Opens a gateway.
   *
   * @throws IllegalArgumentException if a credential is missing, or a setting breaks a rule
   */
  PaymentGateway open(Gateway gateway, Map<String, String> environment, GatewayOpening opening) {
    ConfigFile file = config == null ? null : ConfigFile.read(config);
    HttpOptions.Builder http = HttpOptions.builder();
    String url = url(gateway, file, environment);
    if (url != null) {
      http.baseUrl(url);
    }
    timeout().ifPresent(http::deadline);
    List<String> secrets =
        file == null
            ? fromEnvironment(gateway.secrets(), environment)
            : gateway.secrets().stream().map(secret -> file.secret(gateway, secret)).toList();
    GatewayOpening withStore =
        gateway
            .store()
            .flatMap(
                store ->
                    file == null
                        ? Optional.ofNullable(environment.get(store.variable()))
                        : file.text(gateway, store.key()))
            .filter(id -> !id.isEmpty())
            .map(opening::ofStore)
            .orElse(opening);
    return gateway.open(secrets, http.build(), withStore);
  }

  /**
   * Returns a secret of the config file, or of the environment without one.
   *
   * @throws IllegalArgumentException if it is missing
   */
  String secret(Gateway gateway, Gateway.Secret secret, Map<String, String> environment) {
    return config == null
        ? fromEnvironment(List.of(secret), environment).get(0)
        : ConfigFile.read(config).secret(gateway, secret);
  }

  private @Nullable String url(
      Gateway gateway, @Nullable ConfigFile file, Map<String, String> environment) {
    if (baseUrl != null) {
      return baseUrl;
    }
    return Optional.ofNullable(file)
        .flatMap(f -> f.baseUrl(gateway))
        .or(() -> Optional.ofNullable(environment.get(gateway.baseUrlVariable())))
        .filter(url -> !url.isEmpty())
        .orElse(null);
  }

  private static List<String> fromEnvironment(
      List<Gateway.Secret> secrets, Map<String, String> environment) {
    List<String> names = secrets.stream().map(Gateway.Secret::variable).toList();
    List<String> missing =
        names.stream().filter(name -> environment.getOrDefault(name, "").isEmpty()).toList();
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "not set in the environment: "
              + String.join(", ", missing)
              + "; set what is missing, or give a file with --config");
    }
    return names.stream().map(name -> environment.getOrDefault(name, "")).toList();
  }
}
