// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/resourceprovider.h"

#include <map>

namespace fairlead::mcp {

/** The resources that one client follows, by the addresses that it gave. */
class Followings final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /** The errors of ResourceProvider::follow(). */
    [[nodiscard]] Result<> follow(tools::ResourceProvider &resources,
                                  const QString &uri,
                                  const tools::Caller &caller);
    void unfollow(const QString &uri) { m_followings.erase(uri); }
    [[nodiscard]] bool contains(const QString &uri) const { return m_followings.contains(uri); }
    [[nodiscard]] size_t size() const { return m_followings.size(); }

    /** A resource that everybody may see has changed. */
    void tell(const QString &uri);

Q_SIGNALS:
    void updated(const QString &uri);

private:
    std::map<QString, std::unique_ptr<tools::Following>> m_followings;
};

} // namespace fairlead::mcp
