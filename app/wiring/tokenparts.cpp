// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/tokenparts.h"

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

/** By subject, of "SUBJECT=USER": what a user is called has no "=". */
QHash<QString, QString> usersOf(const QStringList &pairs)
{
    QHash<QString, QString> users;
    for (const QString &pair : pairs) {
        const qsizetype end = pair.lastIndexOf(u'=');
        users.insert(pair.first(end), pair.sliced(end + 1));
    }
    return users;
}

} // namespace

TokenParts::TokenParts(const settings::Settings &settings,
                       const secrets::Vault &vault,
                       store::Database &database,
                       net::HttpClient &http,
                       const Clock &clock)
    : m_own(vault,
            database,
            clock,
            accounts::tokenAlgorithmFromName(settings.tokenAlgorithm)
                .value_or(accounts::TokenAlgorithm::HS256))
{
    if (settings.tokenIssuer.isEmpty() || settings.tokenKeysUrl.isEmpty())
        return;
    m_keys = std::make_unique<oauth::IssuerKeys>(http, clock, QUrl(settings.tokenKeysUrl));
    oauth::IssuedTokens::Rules rules{.issuer = settings.tokenIssuer,
                                     .audience = settings.tokenAudience,
                                     .users = usersOf(settings.tokenUsers)};
    m_others = std::make_unique<oauth::IssuedTokens>(std::move(rules), *m_keys, clock);
}

void TokenParts::start()
{
    if (m_keys)
        m_keys->start();
}

} // namespace fairlead::wiring
