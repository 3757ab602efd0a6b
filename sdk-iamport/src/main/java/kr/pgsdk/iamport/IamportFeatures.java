package kr.pgsdk.iamport;

import kr.pgsdk.iamport.benepia.IamportBenepia;
import kr.pgsdk.iamport.billing.IamportBillingKeys;
import kr.pgsdk.iamport.billing.IamportCardPayments;
import kr.pgsdk.iamport.certification.IamportCertifications;
import kr.pgsdk.iamport.code.IamportBanks;
import kr.pgsdk.iamport.code.IamportCards;
import kr.pgsdk.iamport.cvs.IamportConvenienceStores;
import kr.pgsdk.iamport.escrow.IamportEscrow;
import kr.pgsdk.iamport.internal.IamportCalls;
import kr.pgsdk.iamport.kcpquick.IamportKcpQuick;
import kr.pgsdk.iamport.merchant.IamportChannels;
import kr.pgsdk.iamport.merchant.IamportTiers;
import kr.pgsdk.iamport.naverpay.IamportNaverPay;
import kr.pgsdk.iamport.partner.IamportPartners;
import kr.pgsdk.iamport.payco.IamportPayco;
import kr.pgsdk.iamport.paymentwall.IamportPaymentwall;
import kr.pgsdk.iamport.receipt.IamportCashReceipts;
import kr.pgsdk.iamport.schedule.IamportSchedules;
import kr.pgsdk.iamport.virtualaccount.IamportVirtualAccounts;

/** The features of the client that have a package of their own. */
abstract class IamportFeatures {
  final IamportCalls calls;

  IamportFeatures(IamportCalls calls) {
    this.calls = calls;
  }

  /** Billing keys, and payments by them. */
  public IamportBillingKeys billingKeys() {
    return new IamportBillingKeys(calls);
  }

  /** Payments by card data that the shop took in itself. */
  public IamportCardPayments cardPayments() {
    return new IamportCardPayments(calls);
  }

  /** Scheduled payments by billing keys. */
  public IamportSchedules schedules() {
    return new IamportSchedules(calls);
  }

  /** Cash receipts, of payments and of money received elsewhere. */
  public IamportCashReceipts cashReceipts() {
    return new IamportCashReceipts(calls);
  }

  /** Virtual accounts: issue, change, revoke. */
  public IamportVirtualAccounts virtualAccounts() {
    return new IamportVirtualAccounts(calls);
  }

  /** Barcodes to pay at convenience stores. */
  public IamportConvenienceStores convenienceStores() {
    return new IamportConvenienceStores(calls);
  }

  /** Identity verifications. */
  public IamportCertifications certifications() {
    return new IamportCertifications(calls);
  }

  /** Deliveries of escrow payments. */
  public IamportEscrow escrow() {
    return new IamportEscrow(calls);
  }

  /** The standard codes of banks. */
  public IamportBanks banks() {
    return new IamportBanks(calls);
  }

  /** The standard codes of card companies. */
  public IamportCards cards() {
    return new IamportCards(calls);
  }

  /** The channels set up in the console. */
  public IamportChannels channels() {
    return new IamportChannels(calls);
  }

  /** Sub-merchants. */
  public IamportTiers tiers() {
    return new IamportTiers(calls);
  }

  /** Receipts that name sub-merchants. */
  public IamportPartners partners() {
    return new IamportPartners(calls);
  }

  /** Orders of Payco. */
  public IamportPayco payco() {
    return new IamportPayco(calls);
  }

  /** Deliveries of Paymentwall. */
  public IamportPaymentwall paymentwall() {
    return new IamportPaymentwall(calls);
  }

  /** Payments with Benepia points. */
  public IamportBenepia benepia() {
    return new IamportBenepia(calls);
  }

  /** KCP's quickpay. */
  public IamportKcpQuick kcpQuick() {
    return new IamportKcpQuick(calls);
  }

  /** Naver Pay: orders, returns, reviews, points. */
  public IamportNaverPay naverPay() {
    return new IamportNaverPay(calls);
  }
}
