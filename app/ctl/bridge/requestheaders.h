// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/rpcline.h"
#include "server/net/httpclient.h"

#include <QHash>
#include <QStringList>

namespace fairlead::ctl {

/**
 * The headers that a request since 2026-07-28 repeats from its body: revision, method, name or
 * address, and the arguments that a tool's schema marks with `x-mcp-header`. What the schemas mark
 * is learnt from the answers to tools/list.
 */
class RequestHeaders final
{
public:
    [[nodiscard]] QList<net::Header> of(const RpcLine &request) const;

    /** Takes in the result of a tools/list. */
    void learn(const QJsonObject &result);

private:
    struct Marked
    {
        QStringList path; ///< of properties, from the arguments down
        QByteArray header;
    };

    static void collect(const QJsonObject &schema, const QStringList &path, QList<Marked> &marked);

    QHash<QString, QList<Marked>> m_tools;
};

} // namespace fairlead::ctl
