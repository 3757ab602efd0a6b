package kr.pgsdk.sandbox;

/**
 * What isn't known about the real gateways, or differs from time to time. Each is off unless turned
 * on; a shop, and this SDK, must work with both.
 */
public enum Switch {
  /** Toss keeps a 5xx under its idempotency key and repeats it; off: the key is free again. */
  TOSS_STORES_SERVER_ERRORS,
  /** A repeated answer of Toss carries one trace id only; off: two, the new one and the old. */
  TOSS_REPLAY_UNMARKED,
  /** The two trace ids of a repeated answer come as two header lines; off: as {@code new, old}. */
  TOSS_REPLAY_TRACE_ON_TWO_LINES,
  /**
   * While a confirm is running, Toss says 404 to a lookup of its payment; off: {@code IN_PROGRESS}.
   */
  TOSS_LOOKUP_404_WHILE_CONFIRMING,
  /**
   * A cancel at Toss is answered with {@code cancelStatus: IN_PROGRESS}, as overseas wallets do it,
   * and no money moves until {@link SandboxGateway#settleRefunds}; off: at once. Virtual accounts
   * aren't concerned.
   */
  TOSS_REFUNDS_LATER,
  /**
   * A cancel that is {@code IN_PROGRESS} has lowered {@code balanceAmount} and changed {@code
   * status}, until it fails; off: only one that is done does. See {@link #TOSS_REFUNDS_LATER}.
   */
  TOSS_REFUND_UNDER_WAY_LOWERS_BALANCE,
  /**
   * {@code lastTransactionKey} names a cancel only when it is done; off: when it is taken on. See
   * {@link #TOSS_REFUNDS_LATER}.
   */
  TOSS_REFUND_UNDER_WAY_KEEPS_LAST_KEY,
  /**
   * A declined charge of a billing key, or of a card's number, leaves an {@code ABORTED} payment;
   * off: nothing.
   */
  TOSS_DECLINED_CHARGE_LEAVES_PAYMENT,
  /** A refund among Toss's transactions has a negative amount; off: the amount that went back. */
  TOSS_REFUND_TRANSACTIONS_ARE_NEGATIVE,
  /** Times in a Toss payment have no {@code +09:00}; off: they have. */
  TOSS_TIMES_WITHOUT_OFFSET,
  /** {@code createdAt} of an unsigned webhook has {@code +09:00}, and no fraction; off: neither. */
  TOSS_WEBHOOK_TIMES_WITH_OFFSET,
  /** The payment in {@code PAYMENT_STATUS_CHANGED} has no secret; off: it has. */
  TOSS_WEBHOOK_WITHOUT_SECRET,
  /** Toss signs webhooks with the bytes its security key spells; off: with the key's text. */
  TOSS_SIGNS_WITH_DECODED_KEY,

  /**
   * Iamport compares {@code checksum} when a cancel arrives, not when it is executed, so that two
   * at once can both pass; off: both are one step.
   */
  IAMPORT_CHECKSUM_NOT_ATOMIC,
  /**
   * A cancel of what is fully cancelled is answered with the card company's words and code -1; off:
   * with code 1.
   */
  IAMPORT_ALREADY_CANCELLED_BY_PG_TEXT,
  /** What a card company refuses (code -1) comes with HTTP 500; off: with HTTP 200. */
  IAMPORT_PG_REFUSAL_IS_500,
  /**
   * A cancel at Iamport is answered with code 0 but no {@code cancel_history} row, as paypal_v2
   * does it, and no money moves until {@link SandboxGateway#settleRefunds}; off: at once.
   */
  IAMPORT_REFUNDS_LATER,
  /** A cancel's row has no {@code reason}, and so has the payment; off: that of the request. */
  IAMPORT_DROPS_REASONS,
  /** A cancel's reason is {@code 취소요청api}, whatever was asked; off: that of the request. */
  IAMPORT_REPLACES_REASONS,
  /** A cancel's reason ends after 6 characters; off: it is whole. */
  IAMPORT_CUTS_REASONS,
  /**
   * find, findAll and the lists leave out payments of the test channel; off: only {@code GET
   * /payments/{imp_uid}} does.
   */
  IAMPORT_LISTS_HIDE_TEST_PAYMENTS,
  /** A list by status with no payment is 404; off: an empty list. */
  IAMPORT_EMPTY_STATUS_LIST_IS_404,
  /** A page behind the last of findAll is 404; off: 400. */
  IAMPORT_PAGE_PAST_END_IS_404,
  /** Asking for what was never prepared is HTTP 200 with code 1; off: HTTP 404 with code -1. */
  IAMPORT_NOT_PREPARED_IS_200,
  /** A revoked virtual account leaves its payment {@code ready}; off: {@code cancelled}. */
  IAMPORT_REVOKED_STAYS_READY,
  /**
   * A charge without a window ({@code again}, {@code onetime}) of an order that is paid is executed
   * once more; off: refused with code 1.
   */
  IAMPORT_CHARGES_PAID_ORDERS_AGAIN,
  /** The lists of scheduled payments are paged objects; off: bare arrays. */
  IAMPORT_SCHEDULES_PAGED,
  /**
   * An unknown {@code customer_uid} is HTTP 404 with code -1, as the description says; off: HTTP
   * 200 with code 1, as it was seen.
   */
  IAMPORT_UNKNOWN_CUSTOMER_IS_404,
  /** Iamport's front end refuses {@code %2F} in a path with its HTML 404; off: it passes. */
  IAMPORT_REFUSES_ENCODED_SLASH,
  /** Iamport's webhooks and confirm requests are forms, as its console can be set; off: JSON. */
  IAMPORT_WEBHOOKS_AS_FORM,
  /** The redirect has no {@code imp_success}, as in newer checkouts; off: it has. */
  IAMPORT_NO_IMP_SUCCESS,
  /** {@code sandbox} is missing from payments, as before 2026-01-26; off: it is there. */
  IAMPORT_NO_SANDBOX_FIELD,
  /** {@code card_type} is null although a card paid; off: 0, a credit card. */
  IAMPORT_CARD_TYPE_NULL,
  /** {@code card_type} is the text {@code "null"}, as in older documents; off: a number. */
  IAMPORT_CARD_TYPE_AS_TEXT,
  /** Texts that say nothing are {@code ""} in Iamport's payments; off: null. */
  IAMPORT_EMPTY_TEXTS,

  /**
   * {@code pre-register} keeps PortOne's window shut to another amount or currency; off: it guards
   * nothing.
   */
  PORTONE_PRE_REGISTER_GUARDS,
  /** An {@code Idempotency-Key} without quotes is taken; off: refused with 400. */
  PORTONE_ACCEPTS_UNQUOTED_KEYS,
  /**
   * PortOne executes a request again whose first response was a 4xx; off: it repeats that response.
   */
  PORTONE_FORGETS_REFUSALS,
  /**
   * PortOne executes a request again whose first response was a 502; off: it repeats that response.
   */
  PORTONE_FORGETS_PG_ERRORS,
  /** PortOne keeps a 500 or 503 under its key and repeats it; off: the key is free again. */
  PORTONE_STORES_SERVER_ERRORS,
  /** A repeated answer has {@code Idempotent-Replayed: true}; off: nothing marks it. */
  PORTONE_REPLAY_MARKED,
  /** A key that another body came with is refused with 400; off: the first response is repeated. */
  PORTONE_REFUSES_REUSED_KEYS,
  /** A key counts for all operations together; off: together with method and path. */
  PORTONE_KEYS_COUNT_ALONE,
  /**
   * What the payment company refuses (502 {@code PG_PROVIDER}) was done all the same; off: no money
   * moved.
   */
  PORTONE_PG_ERRORS_AFTER_MONEY_MOVED,
  /**
   * A refund that the payment company refuses is a 200 whose cancellation is {@code FAILED}; off: a
   * 502.
   */
  PORTONE_REFUSED_CANCELS_ARE_200,
  /**
   * A cancel at PortOne is answered with {@code REQUESTED}, and no money moves until {@link
   * SandboxGateway#settleRefunds}; off: at once. Virtual accounts aren't concerned.
   */
  PORTONE_REFUNDS_LATER,
  /**
   * {@code amount.cancelled} counts what is {@code REQUESTED}, until it fails; off: only what is
   * done. See {@link #PORTONE_REFUNDS_LATER}.
   */
  PORTONE_REFUND_UNDER_WAY_LOWERS_BALANCE,
  /**
   * A refund that fails later is told by a webhook of how the payment stands; off: by none. See
   * {@link #PORTONE_REFUNDS_LATER}.
   */
  PORTONE_TELLS_OF_FAILED_CANCELS,
  /**
   * Once {@code amount.cancelled} counts a full cancel, it lacks the discount; off: it is the
   * total.
   */
  PORTONE_CANCELLED_WITHOUT_DISCOUNT,
  /** A search by {@code TX_ID} finds parts of an id as well; off: the whole id. */
  PORTONE_TX_ID_MATCHES_PARTS,
  /** A cancel closes an account that waits for a deposit; off: {@code PAYMENT_NOT_PAID}. */
  PORTONE_CANCEL_CLOSES_ACCOUNTS,
  /** An account past its due date makes its payment {@code FAILED}; off: it stays issued. */
  PORTONE_EXPIRED_ACCOUNTS_FAIL,
  /** An account past its due date makes its payment {@code CANCELLED}; off: it stays issued. */
  PORTONE_EXPIRED_ACCOUNTS_ARE_CANCELLED,
  /**
   * A confirm of what an automatic channel has captured is {@code ALREADY_PAID}; off: {@code
   * INVALID_PAYMENT_TOKEN}.
   */
  PORTONE_CONFIRM_OF_AUTOMATIC_IS_ALREADY_PAID,
  /**
   * PortOne V2 finds and lists the payments of the sandbox's Iamport (V1) too, with their {@code
   * merchant_uid} as {@code id}; off: only its own.
   */
  PORTONE_SHOWS_V1_PAYMENTS,
  /** Webhooks are of version 2024-01-01, in JSON; off: of 2024-04-25. */
  PORTONE_WEBHOOKS_OF_2024_01,
  /** Webhooks are of version 2024-01-01, and forms; off: JSON. */
  PORTONE_WEBHOOKS_AS_FORM,
  /** Webhooks are signed with the secret that is to follow as well; off: with the one in use. */
  PORTONE_SIGNS_WITH_BOTH_SECRETS,
  /** A retry has a {@code webhook-id} of its own; off: that of the first sending. */
  PORTONE_RETRIES_HAVE_NEW_WEBHOOK_IDS,
  /** Only a 200 ends the retries; off: any 2xx. */
  PORTONE_WEBHOOKS_NEED_200,

  /**
   * Rows of cancels have no {@code transactionKey} or {@code cancellation_id}, as before 2023; off:
   * they have.
   */
  CANCEL_ROWS_WITHOUT_IDS,
  /** Rows of cancels have no {@code canceledAt} or {@code cancelled_at}; off: they have. */
  CANCEL_ROWS_WITHOUT_TIMES,
  /** Fields of a payment that say nothing are left out; off: they are there and null. */
  ABSENT_FIELDS,
  /** Amounts in other currencies than won are written 10.50; off: 10.5. */
  TRAILING_ZEROS
}
