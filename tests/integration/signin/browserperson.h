// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QUrl>

namespace fairlead {

/**
 * tests/clients/browser/foreign.mjs: an authorization server that others wrote, and a person with a
 * real browser. What it cannot do fails the running test.
 */
class BrowserPerson final
{
public:
    /** `callbackPath` is what was registered with the authorization server. */
    explicit BrowserPerson(const QString &callbackPath);
    ~BrowserPerson();
    Q_DISABLE_COPY_MOVE(BrowserPerson)

    [[nodiscard]] QString issuer() const
    {
        return m_ready.value(QLatin1String("issuer")).toString();
    }
    [[nodiscard]] QString client() const
    {
        return m_ready.value(QLatin1String("client")).toString();
    }

    /** Signs in at this address and allows it; the last page: url, status, headers, html, text. */
    [[nodiscard]] QJsonObject allow(const QUrl &url);
    /** Signs in and does not allow it. */
    [[nodiscard]] QJsonObject deny(const QUrl &url);
    /** What was asked of the token endpoint, and the outcome. */
    [[nodiscard]] QJsonArray exchanges();

private:
    [[nodiscard]] QJsonObject ask(const QString &deed, const QUrl &url = {});
    [[nodiscard]] QJsonObject readLine();

    QProcess m_program;
    QJsonObject m_ready;
};

} // namespace fairlead
