// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/wiring/testinstance.h"
#include "tests/sandbox/sandbox.h"

namespace fairlead::tests {

/**
 * A whole server that two people use. Ada has something of everything: connections to the sandbox,
 * a key, an MCP session, a lease, a question that waits, a line of the log that can be undone, a
 * publication, a sign-in, a remote server and an organization with a connection and an invitation.
 * Ben has a key and nothing else.
 */
class IsolationWorld final
{
public:
    IsolationWorld();

    [[nodiscard]] TestInstance &instance() { return m_instance; }
    [[nodiscard]] sandbox::Sandbox &sandbox() { return *m_sandbox; }

    /** `text` with Ada's ids in place of "{key}", "{jira}", … */
    [[nodiscard]] QByteArray filledIn(const QByteArray &text) const;
    /** The words of Ada's that Ben must never read. */
    [[nodiscard]] QList<QByteArray> words() const;
    /** What Ada has, as she sees it herself. */
    [[nodiscard]] QByteArrayList possessions();

    [[nodiscard]] QByteArray benToken() const { return m_benToken; }
    [[nodiscard]] QByteArray benKey() const { return m_benKey; }
    [[nodiscard]] QString benId() const { return m_ben; }

private:
    /** Their id. */
    [[nodiscard]] QString user(const QString &name);
    [[nodiscard]] QByteArray token(const QString &userId) const;
    QJsonObject asAda(const QByteArray &method,
                      const QByteArray &path,
                      const QByteArray &json = {}) const;
    void connectServices();
    void addServer();
    void makeKeyAndSession();
    void waitForAnAnswer();
    void changeSomething();
    void makeOrganization();

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    TestInstance m_instance;
    QString m_ada;
    QString m_ben;
    QByteArray m_adaToken;
    QByteArray m_benToken;
    QByteArray m_adaKey;
    QByteArray m_benKey;
    std::optional<tools::Approvals::Presence> m_presence;
    QMap<QByteArray, QByteArray> m_ids;
};

} // namespace fairlead::tests
