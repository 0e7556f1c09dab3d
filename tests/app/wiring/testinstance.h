// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wiring/serverinstance.h"

#include <QTemporaryDir>

namespace fairlead::tests {

/** A whole server on a free port, in a folder of its own, with a key file instead of a keychain. */
class TestInstance final
{
public:
    /** `settingsText` is what the settings file holds. */
    explicit TestInstance(const QByteArray &settingsText = "{}");
    ~TestInstance();

    [[nodiscard]] wiring::ServerInstance &server() { return *m_server; }
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString folder() const;
    [[nodiscard]] QByteArray controlToken() const;
    /** A new key of this user, as text. */
    [[nodiscard]] accounts::CreatedMcpKey newKey(const QString &userId,
                                                 tools::KeyAccess access = tools::KeyAccess::Full);

    struct Answer
    {
        int status = 0;
        QByteArray head;
        QByteArray body;
    };
    /** Sends these bytes on a new connection; the answer when the server has closed it. */
    [[nodiscard]] Answer send(const QByteArray &bytes) const;
    /** A well-formed request with Connection: close; `headers` are whole lines with CRLF. */
    [[nodiscard]] Answer request(const QByteArray &method,
                                 const QByteArray &target,
                                 const QByteArray &headers,
                                 const QByteArray &body = {}) const;
    /** A request to the REST API with that credential; without one with the control token. */
    [[nodiscard]] Answer ask(const QByteArray &method,
                             const QByteArray &target,
                             const QByteArray &json = {},
                             const QByteArray &credential = {}) const;
    /** Of the default user, as a program gets it. */
    [[nodiscard]] QByteArray managementToken() const;

private:
    QTemporaryDir m_home;
    std::unique_ptr<wiring::ServerInstance> m_server;
};

} // namespace fairlead::tests
