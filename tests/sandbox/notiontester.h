// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionservice.h"
#include "tests/sandbox/sandboxclock.h"

namespace fairlead::sandbox {

/** Northwind's Notion without a socket, at a fixed moment, for tests of its behaviour. */
class NotionTester
{
public:
    explicit NotionTester(const NotionService::Options &options = {});

    /** The bearer token that is sent; empty: none is. */
    void useToken(const QByteArray &token) { m_token = token; }

    [[nodiscard]] Response get(const QByteArray &target);
    [[nodiscard]] Response send(const QByteArray &method,
                                const QByteArray &target,
                                const QJsonObject &body = {});
    /** Exactly that request; its target is cut into path and query. */
    [[nodiscard]] Response send(Request request);

    /** The body of a GET. */
    [[nodiscard]] QJsonObject read(const QByteArray &target);
    /** The id of the page with that title; a failed test when there is none. */
    [[nodiscard]] QByteArray page(const QString &title);
    [[nodiscard]] QByteArray dataSource(const QString &title);

    [[nodiscard]] static QJsonObject object(const Response &response);
    /** "404 object_not_found", or "200" of an answer that is no error. */
    [[nodiscard]] static QString outcome(const Response &response);
    [[nodiscard]] static QString message(const Response &response);
    /** The titles of the pages in a list, joined by "; ". */
    [[nodiscard]] static QString titles(const QJsonObject &list);
    [[nodiscard]] static QJsonArray richText(const QString &text);

    [[nodiscard]] NotionService &service() { return m_service; }
    [[nodiscard]] GrantStore &grants() { return m_grants; }
    [[nodiscard]] NotionWorkspace &workspace() { return m_service.workspace(); }
    [[nodiscard]] SandboxClock &clock() { return m_clock; }

private:
    SandboxClock m_clock;
    ClientRegistry m_clients;
    GrantStore m_grants;
    NotionService m_service;
    QByteArray m_token = "ntn_sandbox_internal";
};

} // namespace fairlead::sandbox
