package kr.pgsdk.examples.shop.payments;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Banks by the gateways' codes, for the templates. */
@Component("bankNames")
public class BankNames {
  private final MessageSource messages;

  BankNames(MessageSource messages) {
    this.messages = messages;
  }

  /** The bank's name; for one that isn't known here the code itself. */
  public String of(String code) {
    return Bank.of(code)
        .map(
            bank ->
                messages.getMessage("bank." + bank.name(), null, LocaleContextHolder.getLocale()))
        .orElse(code);
  }
}
