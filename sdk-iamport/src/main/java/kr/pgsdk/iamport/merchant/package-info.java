/** The merchant's own settings: channels and sub-merchants. */
package kr.pgsdk.iamport.merchant;
