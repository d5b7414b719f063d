/**
 * Signing in with IAM Identity Center as the AWS CLI does: the shared token cache, its refresh, the browser and the device
 * code, accounts and roles, and the config file. Nothing here prints; tokens, secrets and codes are in no text.
 */
@NullMarked
package io.tapdeck.aws.identitycenter;

import org.jspecify.annotations.NullMarked;
