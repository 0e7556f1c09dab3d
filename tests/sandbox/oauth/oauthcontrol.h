// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/oauth/clientregistry.h"
#include "tests/sandbox/oauth/grantstore.h"

#include <QMap>

namespace fairlead::sandbox {

/**
 * The switches of the sign-ins, under /_sandbox/oauth: what was counted, apps, rules, and the ends
 * of tokens. It never tells a token. Its reset brings apps and grants back to their start.
 */
class OAuthControl final : public Service
{
public:
    explicit OAuthControl(ClientRegistry &clients);

    /** `service` is the name that requests use: "jira", "notion". */
    void addStore(const QString &service, GrantStore &store) { m_stores.insert(service, &store); }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    void reset() override;

private:
    [[nodiscard]] Response counts() const;
    [[nodiscard]] Response clients() const;
    [[nodiscard]] Response putClient(const QJsonObject &wanted);
    [[nodiscard]] Response change(const QString &what, const QJsonObject &wanted);

    ClientRegistry &m_clients;
    QMap<QString, GrantStore *> m_stores;
};

} // namespace fairlead::sandbox
