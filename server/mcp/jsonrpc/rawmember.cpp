// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/rawmember.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

/** Goes through JSON whose form is known to be good. */
class Walk final
{
public:
    explicit Walk(QByteArrayView json)
        : m_json(json)
    {}

    [[nodiscard]] char here() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    void step() { ++m_at; }

    void skipSpace()
    {
        while (here() == ' ' || here() == '\n' || here() == '\r' || here() == '\t')
            ++m_at;
    }

    /** What stands between the quotes. */
    [[nodiscard]] QByteArrayView takeString()
    {
        const qsizetype from = std::min(++m_at, m_json.size());
        while (m_at < m_json.size() && m_json[m_at] != '"')
            m_at += m_json[m_at] == '\\' ? 2 : 1;
        const qsizetype to = std::min(m_at, m_json.size());
        m_at = to + 1;
        return m_json.sliced(from, to - from);
    }

    [[nodiscard]] QByteArrayView takeValue()
    {
        const qsizetype from = std::min(m_at, m_json.size());
        int depth = 0;
        do {
            const char c = here();
            if (c == '"') {
                (void)takeString();
                continue;
            }
            if (c == '{' || c == '[')
                ++depth;
            else if (c == '}' || c == ']')
                --depth;
            ++m_at;
        } while (m_at < m_json.size() && (depth > 0 || !isEnd(here())));
        const qsizetype to = std::min(m_at, m_json.size());
        return m_json.sliced(from, to - from).trimmed();
    }

private:
    [[nodiscard]] static bool isEnd(char c) { return c == ',' || c == '}' || c == ']'; }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

QByteArrayView memberOf(QByteArrayView object, QLatin1StringView name)
{
    Walk walk(object);
    walk.skipSpace();
    if (walk.here() != '{')
        return {};
    do {
        walk.step();
        walk.skipSpace();
        if (walk.here() != '"')
            return {};
        const QByteArrayView key = walk.takeString();
        walk.skipSpace();
        walk.step(); // the colon
        walk.skipSpace();
        const QByteArrayView value = walk.takeValue();
        if (key == QByteArrayView(name.data(), name.size()))
            return value;
        walk.skipSpace();
    } while (walk.here() == ',');
    return {};
}

} // namespace

QByteArray rawMember(QByteArrayView json, std::initializer_list<QLatin1StringView> path)
{
    QByteArrayView value = json;
    for (const QLatin1StringView name : path)
        value = memberOf(value, name);
    return value.toByteArray();
}

QByteArray withRawMember(const QByteArray &object, QLatin1StringView name, QByteArrayView value)
{
    QByteArray member = "{\""_ba + QByteArray(name.data(), name.size()) + "\":"_ba;
    member.append(value);
    if (object != "{}")
        member.append(',');
    return member + object.sliced(1);
}

} // namespace fairlead::mcp
