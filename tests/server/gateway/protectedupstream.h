// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/browsersignin.h"
#include "tests/server/gateway/scriptedupstream.h"

#include <QSet>

namespace fairlead::gateway {

/**
 * An MCP server that lets nobody in without a token, and the authorization server that it names;
 * both do what they should unless the test changes a document or an answer.
 */
class ProtectedUpstream final
{
public:
    ProtectedUpstream();

    [[nodiscard]] QUrl url() const { return m_upstream.url(); }
    [[nodiscard]] QString issuer() const;
    [[nodiscard]] ScriptedUpstream &upstream() { return m_upstream; }

    /** What the person's browser brings back from this page after having allowed everything. */
    [[nodiscard]] providers::Arrival allow(const QUrl &page);
    /** Every token that was given out so far is worth nothing any more. */
    void endTokens() { m_tokens.clear(); }
    void endRefreshTokens() { m_refreshTokens.clear(); }
    /** They are worth something, but allow nothing any more. */
    void endScopes();

    QJsonObject resource; ///< the server's document
    QJsonObject metadata; ///< the authorization server's
    QStringList scopesForAll; ///< named in the refusal; empty: none
    QStringList scopesForCalls; ///< what tools/call needs besides
    bool namesDocument = true; ///< whether refusals say where the document is
    /** Instead of what the authorization server answers to a path; empty: the usual. */
    std::function<QByteArray(const QByteArray &path)> instead;

    [[nodiscard]] qsizetype asked(const QByteArray &path) const { return m_asked.value(path); }
    [[nodiscard]] const QList<QJsonObject> &registrations() const { return m_registrations; }
    /** The bodies of the token requests. */
    [[nodiscard]] const QList<QHash<QString, QString>> &exchanges() const { return m_exchanges; }

private:
    [[nodiscard]] bool guard(QTcpSocket &socket, const QJsonObject &message);
    [[nodiscard]] QByteArray refusal(const QByteArray &statusLine, const QString &challenge) const;
    [[nodiscard]] QByteArray answer(const fakes::LocalHttpServer::Received &request);
    [[nodiscard]] QByteArray registered(const QByteArray &body);
    [[nodiscard]] QByteArray exchanged(const QByteArray &body);

    struct Code
    {
        QString challenge;
        QStringList scopes;
    };

    ScriptedUpstream m_upstream;
    QHash<QByteArray, qsizetype> m_asked; ///< by path
    QList<QJsonObject> m_registrations;
    QList<QHash<QString, QString>> m_exchanges;
    QHash<QString, Code> m_codes;
    QHash<QByteArray, QStringList> m_tokens; ///< with their scopes
    QHash<QString, QStringList> m_refreshTokens;
    int m_count = 0;
    fakes::LocalHttpServer m_signIn;
};

} // namespace fairlead::gateway
