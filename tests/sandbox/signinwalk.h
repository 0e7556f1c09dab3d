// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QUrl>

namespace fairlead::sandbox {

/**
 * Walks through a service's login and consent pages as a person with a browser would, over plain
 * HTTP, and stops where the browser would be sent back to the app.
 */
class SignInWalk
{
public:
    /** Ada, who may log in everywhere. */
    SignInWalk();
    SignInWalk(QString email, QString password);

    /**
     * Logs in, chooses and accepts: redirect_uri with code and state, or with an error. `choices`
     * are titles or values ("Northwind", a cloud id); none: the first that is offered. Empty when a
     * page stays instead; problem() is what it says.
     */
    [[nodiscard]] QUrl accept(const QUrl &authorizeUrl, const QStringList &choices = {});
    /** Logs in and presses Cancel. */
    [[nodiscard]] QUrl cancel(const QUrl &authorizeUrl);

    /** The sentence on the page at which the walk ended; empty after a redirect. */
    [[nodiscard]] QString problem() const;
    /** The page at which it ended. */
    [[nodiscard]] QString page() const { return m_page; }
    /** That page's HTTP status. */
    [[nodiscard]] int status() const { return m_status; }
    /** The titles of what the consent page offered to choose from. */
    [[nodiscard]] QStringList offered() const { return m_offered; }

private:
    using Fields = QList<QPair<QString, QString>>;

    /** True when consent is asked for. */
    [[nodiscard]] bool logIn(const QUrl &authorizeUrl);
    [[nodiscard]] Fields chosen(const QStringList &choices);
    void visit(const QUrl &url);
    void submit(Fields fields);
    void ask(const QUrl &url, const QByteArray &method, const QByteArray &body);

    QString m_email;
    QString m_password;
    QUrl m_url;
    QUrl m_redirect;
    QString m_page;
    int m_status = 0;
    QStringList m_offered;
};

} // namespace fairlead::sandbox
