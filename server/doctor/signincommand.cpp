// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/doctor/signincommand.h"

#include "server/base/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::doctor {
namespace {

constexpr qsizetype wordLimit = 500;

/** As one word for a shell. */
QString quoted(const QString &text)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./][A-Za-z0-9_@%+=:,./-]*$"_s);
    const QString word = cleanedLine(text, wordLimit);
    if (plain.match(word).hasMatch())
        return word;
    return u"'"_s + QString(word).replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

QString signInCommand(const connections::Connection &connection)
{
    if (connection.state != connections::ConnectionState::NeedsSignIn)
        return {};
    const QString start = u"fairleadctl connect %1 "_s.arg(quoted(connection.provider));
    switch (connection.method) {
    case connections::SignInMethod::OAuth:
        return start + u"--oauth --reconnect "_s + quoted(connection.name);
    case connections::SignInMethod::IntegrationToken:
        // Sentry also runs on people's own servers, and MCP servers are anywhere; the others say by
        // their token where they are.
        if (connection.provider != "sentry"_L1 && connection.provider != "mcp"_L1)
            return start + u"--token-stdin"_s;
        [[fallthrough]];
    case connections::SignInMethod::ApiKey:
        return start
            + u"--url %1 --token-stdin"_s.arg(quoted(connection.site.toString(QUrl::FullyEncoded)));
    case connections::SignInMethod::ApiToken:
    case connections::SignInMethod::ScopedApiToken:
        break;
    }
    return start
        + u"--url %1 --email %2 --token-stdin"_s.arg(
            quoted(connection.site.toString(QUrl::FullyEncoded)), quoted(connection.account));
}

} // namespace fairlead::doctor
