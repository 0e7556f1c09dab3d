// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/sandbox.h"

namespace fairlead::sandbox {

/** Northwind and Tidewater with an app that asks Atlassian for tokens, and shows each answer. */
class AtlassianTester
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray body;
        QJsonObject json; ///< the body, where it is an object
    };

    AtlassianTester();

    [[nodiscard]] Result<> start() { return m_sandbox.start(); }
    [[nodiscard]] Sandbox &sandbox() { return m_sandbox; }

    /** The app's redirect_uri; nobody listens there. */
    [[nodiscard]] static QString callback();
    [[nodiscard]] static QString usualScope()
    {
        return QStringLiteral("read:jira-work read:jira-user offline_access");
    }

    [[nodiscard]] static Answer ask(const QString &origin,
                                    const QByteArray &method,
                                    const QByteArray &target,
                                    const QByteArray &authorization = {},
                                    const QByteArray &body = {},
                                    const QByteArray &type = "application/json");
    /** Ada's consent; the code that comes of it. */
    [[nodiscard]] QString code(const QString &scope = usualScope(),
                               const QString &site = QStringLiteral("Northwind"),
                               const QString &challenge = {});
    [[nodiscard]] static QJsonObject exchangeBody(const QString &code);
    /** POST /oauth/token. */
    [[nodiscard]] Answer token(const QJsonObject &body);
    /** Consent and exchange. */
    [[nodiscard]] Answer signIn(const QString &scope = usualScope(),
                                const QString &site = QStringLiteral("Northwind"));
    [[nodiscard]] Answer refresh(const QString &refreshToken);
    /** GET from api.atlassian.com with that access token. */
    [[nodiscard]] Answer api(const QByteArray &target, const QString &accessToken);
    /** Asks the switches below /_sandbox/. */
    [[nodiscard]] Answer control(const QByteArray &method,
                                 const QByteArray &what,
                                 const QByteArray &body = {});
    [[nodiscard]] QByteArray gatewayPath(const QByteArray &path, const QString &site = {});

private:
    Sandbox m_sandbox;
};

} // namespace fairlead::sandbox
