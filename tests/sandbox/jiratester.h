// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraservice.h"
#include "tests/sandbox/jira/mediastore.h"
#include "tests/sandbox/sandboxclock.h"

namespace fairlead::sandbox {

/** Northwind's Jira without a socket, at a fixed moment, for tests of its behaviour. */
class JiraTester
{
public:
    explicit JiraTester(std::chrono::milliseconds searchLag = std::chrono::milliseconds(0));

    /** The first name of the person whose classic token is sent; empty: none is. */
    void signIn(const QString &alias) { m_alias = alias; }
    void signOut() { m_alias.clear(); }

    [[nodiscard]] Response get(const QByteArray &target);
    [[nodiscard]] Response send(const QByteArray &method,
                                const QByteArray &target,
                                const QJsonObject &body = {});
    /** Exactly that request; its target is cut into path and query. */
    [[nodiscard]] Response send(Request request);

    [[nodiscard]] static QJsonObject object(const Response &response);
    [[nodiscard]] static QJsonArray array(const Response &response);
    /** The first of errorMessages, or "field: message" of the first of errors. */
    [[nodiscard]] static QString error(const Response &response);
    /** The header of a Basic sign-in. */
    [[nodiscard]] static HeaderField basic(const QString &email, const QByteArray &secret);
    /** A document with that one paragraph. */
    [[nodiscard]] static QJsonObject document(const QString &text);

    [[nodiscard]] JiraSite &site() { return m_site; }
    [[nodiscard]] const Contract &contract() const { return m_contract; }
    [[nodiscard]] MediaStore &media() { return m_media; }
    [[nodiscard]] SandboxClock &clock() { return m_clock; }

private:
    SandboxClock m_clock;
    MediaStore m_media;
    Contract m_contract;
    JiraSite m_site;
    QList<JiraSite *> m_sites;
    JiraService m_service;
    QString m_alias;
};

} // namespace fairlead::sandbox
