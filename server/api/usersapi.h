// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/managementtokens.h"
#include "server/accounts/users.h"
#include "server/http/router.h"

namespace fairlead::api {

/**
 * For the person who can read the data folder: /api/users (profiles) and /api/tokens
 * (management tokens for any user); and for everybody the keys that these are signed with, where
 * there are public ones (a JWK set, RFC 7517).
 */
class UsersApi final
{
public:
    UsersApi(accounts::Users &users, accounts::ManagementTokens &tokens);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> create(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> issueToken(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> listTokens(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> revokeToken(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> publicKeys(http::Call call);

    accounts::Users &m_users;
    accounts::ManagementTokens &m_tokens;
};

} // namespace fairlead::api
