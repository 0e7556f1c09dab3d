// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/originpolicy.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
namespace {

bool isIn(const QList<QByteArray> &list, const QByteArray &text)
{
    return std::any_of(list.begin(), list.end(), [&text](const QByteArray &entry) {
        return entry.compare(text, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

OriginPolicy::OriginPolicy(quint16 port,
                           QList<QByteArray> addedOrigins,
                           const QList<QByteArray> &addedHosts)
    : m_origins(std::move(addedOrigins))
{
    for (const QByteArray &name : std::array{"127.0.0.1"_ba, "localhost"_ba, "[::1]"_ba}) {
        const QByteArray host = name + ':' + QByteArray::number(port);
        m_hosts.append(host);
        m_origins.append("http://" + host);
    }
    m_hosts.append(addedHosts);
}

std::optional<Refusal> OriginPolicy::check(const RequestHead &head) const
{
    if (!isIn(m_hosts, head.field("host")))
        return Refusal{.status = 421,
                       .code = u"wrong_host"_s,
                       .detail = u"This server answers only to %1."_s.arg(
                           QString::fromLatin1(m_hosts.join(", ")))};
    const auto origin = std::find_if(head.fields.begin(), head.fields.end(), [](const Header &f) {
        return f.first == "origin";
    });
    if (origin != head.fields.end() && !isIn(m_origins, origin->second))
        return Refusal{.status = 403,
                       .code = u"origin_refused"_s,
                       .detail = u"Web pages of that origin may not use this server."_s};
    return {};
}

} // namespace fairlead::http::engine
