package kr.pgsdk.examples.cli;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says the SDK's messages, which name fields and methods, in the words of a command line. */
final class OptionWords {
  private static final Map<String, String> OPTION_OF_FIELD =
      Map.ofEntries(
          entry("amount", "--amount"),
          entry("cancelAmount", "--amount"),
          entry("currency", "--currency"),
          entry("tax-free part", "--tax-free"),
          entry("taxFreeAmount", "--tax-free"),
          entry("installment months", "--months"),
          entry("card_quota", "--months"),
          entry("order id", "--order-id"),
          entry("orderId", "--order-id"),
          entry("merchant_uid", "--order-id"),
          entry("order name", "--order-name"),
          entry("orderName", "--order-name"),
          entry("name", "--order-name"),
          entry("payment id", "--payment-id"),
          entry("reason", "--reason"),
          entry("cancelReason", "--reason"),
          entry("reference", "--reference"),
          entry("refund bank", "--refund-bank"),
          entry("refund account", "--refund-account"),
          entry("refund holder", "--refund-holder"),
          entry("refund phone", "--refund-phone"),
          entry("customer name", "--customer-name"),
          entry("customerName", "--customer-name"),
          entry("customer_name", "--customer-name"),
          entry("buyer_name", "--customer-name"),
          entry("customer email", "--customer-email"),
          entry("customerEmail", "--customer-email"),
          entry("customer_email", "--customer-email"),
          entry("buyer_email", "--customer-email"),
          entry("customer key", "--customer-key"),
          entry("customerKey", "--customer-key"),
          entry("billing key", "--billing-key"),
          entry("billingKey", "--billing-key"),
          entry("authKey", "--auth-key"),
          entry("channelKey", "--channel-key"),
          entry("channel_key", "--channel-key"),
          entry("card number", "--card-number"),
          entry("card expiry", "--expiry"),
          entry("expiry", "--expiry"),
          entry("owner's identity", "--owner-identity"),
          entry("password digits", "--password-digits"),
          entry("cvc", "--cvc"),
          entry("customerIdentityNumber", "--identity-number"),
          entry("identifier", "--identity-number"),
          entry("receiptKey", "--receipt-key"),
          entry("bank", "--bank"),
          entry("vbank_code", "--bank"),
          entry("vbank_holder", "--holder"),
          entry("vbank_due", "--due"),
          entry("dueDate", "--due"),
          entry("schedule_at", "--at"),
          entry("from and to", "--from and --to"),
          entry("from", "--from"),
          entry("to", "--to"),
          entry("method", "METHOD"),
          entry("path", "PATH"),
          entry("body", "--body"));

  /** A field that a message is about, where it begins. */
  private static final Pattern FIELD =
      Pattern.compile(
          "^(Toss takes an? )?("
              + OPTION_OF_FIELD.keySet().stream()
                  .sorted(Comparator.comparing(String::length).reversed())
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")(?= must | needs | of | \\()");

  private static final Map<String, String> PHRASES =
      Map.ofEntries(
          entry("; gatewayMessage() has its reason", ""),
          entry("set ownerIdentity", "give --owner-identity"),
          entry("with identifier_type", "with --identity-type"),
          entry("for a billing key: leave them out", "for a billing key: leave out --months"),
          entry("find it by lookup() later, or confirm it again", "find it, or confirm it again"),
          entry("Call cancel again with pendingCancel()", "Continue it with --resume"),
          entry("Ask for replaceAmount(true), or take", "Take"),
          entry("$ is not", "it is not"));

  private OptionWords() {}

  /** Returns the message for the user of a command line. */
  static String of(String message) {
    String said = message;
    for (Map.Entry<String, String> phrase : PHRASES.entrySet()) {
      said = said.replace(phrase.getKey(), phrase.getValue());
    }
    Matcher field = FIELD.matcher(said);
    return field.find()
        ? said.substring(0, field.start(2))
            + OPTION_OF_FIELD.get(field.group(2))
            + said.substring(field.end())
        : said;
  }
}
