package kr.pgsdk.examples.shop.orders;

import java.util.List;
import kr.pgsdk.spring.Merchant;
import kr.pgsdk.spring.Merchants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ways to pay that the shop offers: its merchants' gateways, and their methods. */
@Component
public class PayWays {
  private final List<String> accounts;

  PayWays(Merchants merchants) {
    accounts = merchants.all().stream().map(Merchant::name).toList();
  }

  /** The names of the accounts, the preferred one first. */
  public List<String> accounts() {
    return accounts;
  }

  /** The methods. */
  public List<PayBy.Method> methods() {
    return List.of(PayBy.Method.values());
  }

  /** Reads what a form has. */
  public PayBy read(@Nullable String account, @Nullable String method) {
    return new PayBy(
        accounts.stream()
            .filter(name -> name.equals(account))
            .findFirst()
            .orElseThrow(Problem.BAD_INPUT::toException),
        methods().stream()
            .filter(known -> known.name().equals(method))
            .findFirst()
            .orElseThrow(Problem.BAD_INPUT::toException));
  }
}
