// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/managementtokens.h"
#include "server/oauth/issuedtokens.h"
#include "server/settings/settings.h"

namespace fairlead::wiring {

/** The management tokens of this instance, and of somebody else where the settings name one. */
class TokenParts final
{
public:
    /** All of it outlives this object. */
    TokenParts(const settings::Settings &settings,
               const secrets::Vault &vault,
               store::Database &database,
               net::HttpClient &http,
               const Clock &clock);

    [[nodiscard]] accounts::ManagementTokens &own() { return m_own; }
    /** Null: there is no other issuer. */
    [[nodiscard]] const oauth::IssuedTokens *others() const { return m_others.get(); }
    /** Fetches the other issuer's keys from now on. */
    void start();

private:
    accounts::ManagementTokens m_own;
    std::unique_ptr<oauth::IssuerKeys> m_keys;
    std::unique_ptr<oauth::IssuedTokens> m_others;
};

} // namespace fairlead::wiring
