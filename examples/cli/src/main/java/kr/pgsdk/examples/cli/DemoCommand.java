package kr.pgsdk.examples.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kr.pgsdk.core.PaymentGateway;
import kr.pgsdk.core.http.HttpOptions;
import kr.pgsdk.sandbox.Sandbox;
import kr.pgsdk.sandbox.SandboxGateway;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

@Command(description = "Play and explain a payment's life on gateways simulated in this process.")
final class DemoCommand implements Callable<Integer> {
  private final Pg pg;

  @Option(
      names = "--gateway",
      paramLabel = "iamport|toss|both",
      converter = CastText.class,
      description = "Whose story to play; both unless given.")
  private Cast cast = new Cast(List.of(Gateway.values()));

  DemoCommand(Pg pg) {
    this.pg = pg;
  }

  @Override
  public Integer call() {
    DemoProgramme programme = new DemoProgramme(pg.terminal());
    boolean shown = !pg.settings().json();
    List<DemoScene> scenes = new ArrayList<>();
    if (shown) {
      programme.open();
    }
    try (Sandbox sandbox = Sandbox.start()) {
      for (Gateway gateway : cast.gateways()) {
        if (shown) {
          programme.announce(gateway, behind(sandbox, gateway).url());
        }
        play(
            sandbox,
            gateway,
            scene -> {
              scenes.add(scene);
              if (shown) {
                programme.show(scene);
              }
            });
      }
    }
    return pg.finish(new DemoReport(List.copyOf(scenes), pg.terminal()));
  }

  private void play(Sandbox sandbox, Gateway gateway, DemoStage.Audience audience) {
    SandboxGateway behind = behind(sandbox, gateway);
    HttpOptions.Builder http = HttpOptions.builder().baseUrl(behind.url());
    pg.settings().timeout().ifPresent(http::deadline);
    List<String> secrets =
        gateway == Gateway.IAMPORT
            ? List.of(sandbox.iamportKey(), sandbox.iamportSecret())
            : List.of(sandbox.tossSecretKey());
    DemoBuyer buyer =
        gateway == Gateway.IAMPORT
            ? DemoBuyer.of(sandbox.buyer().onIamport())
            : DemoBuyer.of(sandbox.buyer().onToss());
    try (PaymentGateway shop = gateway.open(secrets, http.build(), false)) {
      new Demo(gateway, shop, buyer, behind, new DemoStage(gateway, behind, audience)).play();
    }
  }

  private static SandboxGateway behind(Sandbox sandbox, Gateway gateway) {
    return gateway == Gateway.IAMPORT ? sandbox.iamport() : sandbox.toss();
  }

  /** Whose story is played. */
  private record Cast(List<Gateway> gateways) {}

  private static final class CastText implements ITypeConverter<Cast> {
    @Override
    public Cast convert(String text) {
      if (text.equals("both")) {
        return new Cast(List.of(Gateway.values()));
      }
      for (Gateway gateway : Gateway.values()) {
        if (gateway.word().equals(text)) {
          return new Cast(List.of(gateway));
        }
      }
      throw new TypeConversionException("it is iamport, toss or both");
    }
  }
}
